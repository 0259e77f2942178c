package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.Starts;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.run.Executions;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import dev.heddle.localstack.aws.stepfunctions.store.Store;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts, stops, shows and lists executions. */
final class ExecutionOperations {
  private final Catalog catalog;
  private final Store store;
  private final Starts starts;
  private final Executions executions;

  ExecutionOperations(Catalog catalog, Store store, Starts starts, Executions executions) {
    this.catalog = catalog;
    this.store = store;
    this.starts = starts;
    this.executions = executions;
  }

  void register(Map<String, Operation> operations) {
    operations.put("StartExecution", this::start);
    operations.put("StartSyncExecution", this::startSync);
    operations.put("StopExecution", this::stop);
    operations.put("RedriveExecution", this::redrive);
    operations.put("DescribeExecution", this::describe);
    operations.put("ListExecutions", this::list);
    operations.put("DescribeStateMachineForExecution", this::machineFor);
  }

  private JsonNode start(Request request) {
    Execution execution = Await.done(starts.start(order(request)));
    return Json.object()
        .put("executionArn", execution.arn())
        .put("startDate", Shapes.seconds(execution.started()));
  }

  private static Starts.Order order(Request request) {
    String input = request.string("input");
    return new Starts.Order(
        request.required("stateMachineArn"),
        request.string("name"),
        input == null ? "{}" : input,
        request.string("traceHeader"),
        null,
        false);
  }

  private JsonNode startSync(Request request) {
    Saved end = Await.done(starts.startSync(order(request)));
    ObjectNode shown = ExecutionShapes.describe(end);
    if (end.progress().status() == Status.ABORTED) {
      shown.put("status", Status.FAILED.name());
    }
    shown.remove(List.of("redriveCount", "redriveStatus", "redriveStatusReason"));
    ObjectNode billing = shown.putObject("billingDetails");
    long stopped = end.progress().stopped() == null ? 0 : end.progress().stopped();
    billing.put("billedDurationInMilliseconds", Math.max(100, stopped - end.execution().started()));
    billing.put("billedMemoryUsedInMB", 64);
    return shown;
  }

  private JsonNode stop(Request request) {
    Execution execution = standard(request).execution();
    long at =
        Await.done(executions.stop(execution, request.string("error"), request.string("cause")));
    return Json.object().put("stopDate", Shapes.seconds(at));
  }

  private JsonNode redrive(Request request) {
    Saved saved = standard(request);
    long at =
        Await.done(executions.redrive(saved.execution()))
            .orElseThrow(
                () ->
                    new AwsFault(
                        "ExecutionNotRedrivable",
                        "Execution is " + saved.progress().status() + " and cannot be redriven"));
    return Json.object().put("redriveDate", Shapes.seconds(at));
  }

  private JsonNode describe(Request request) {
    return ExecutionShapes.describe(standard(request));
  }

  /** The Standard execution a request names; Express ones have no ARN that could be asked for. */
  private Saved standard(Request request) {
    return known(store, request.required("executionArn"));
  }

  static Saved known(Store store, String arn) {
    if (!arn.startsWith("arn:") || arn.contains(":express:")) {
      throw new AwsFault("InvalidArn", "Invalid Arn: '" + arn + "'");
    }
    return store
        .find(arn)
        .orElseThrow(
            () -> new AwsFault("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
  }

  private JsonNode list(Request request) {
    String mapRun = request.string("mapRunArn");
    String machine = mapRun == null ? standardMachine(request) : null;
    int size = Pages.size(request);
    long before = Pages.position(request, Long.MAX_VALUE);
    List<Saved> found =
        store.list(new Store.Listing(machine, mapRun, status(request), before, size + 1));
    List<Saved> page = found.subList(0, Math.min(size, found.size()));
    String next = found.size() > size ? Pages.token(page.getLast().execution().id()) : null;
    return Pages.answer("executions", page.stream().map(ExecutionShapes::item).toList(), next);
  }

  private String standardMachine(Request request) {
    String arn = request.required("stateMachineArn");
    StateMachine machine = catalog.machine(arn).orElseGet(() -> catalog.target(arn).machine());
    if (machine.express()) {
      throw new AwsFault(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    return machine.arn();
  }

  private static @Nullable Status status(Request request) {
    String filter = request.string("statusFilter");
    try {
      return filter == null ? null : Status.valueOf(filter);
    } catch (IllegalArgumentException e) {
      throw Request.invalid("statusFilter", "must be a status of executions");
    }
  }

  private JsonNode machineFor(Request request) {
    Execution execution = standard(request).execution();
    ObjectNode shown =
        Json.object()
            .put("stateMachineArn", execution.machineArn())
            .put("name", execution.machineName())
            .put("definition", catalog.definition(execution.definition()))
            .put("roleArn", execution.roleArn())
            .put("updateDate", Shapes.seconds(execution.started()));
    References.add(shown, catalog.parsed(execution.definition()));
    return shown;
  }
}
