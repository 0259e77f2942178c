package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts, stops, shows and lists executions. */
final class ExecutionOperations {
  private final MachineCatalog catalog;
  private final ExecutionStore store;
  private final ExecutionStarter starter;
  private final ExecutionEngine executionEngine;

  ExecutionOperations(
      MachineCatalog catalog,
      ExecutionStore store,
      ExecutionStarter executionStarter,
      ExecutionEngine executionEngine) {
    this.catalog = catalog;
    this.store = store;
    this.starter = executionStarter;
    this.executionEngine = executionEngine;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("StartExecution", this::start);
    operations.put("StartSyncExecution", this::startSync);
    operations.put("StopExecution", this::stop);
    operations.put("RedriveExecution", this::redrive);
    operations.put("DescribeExecution", this::describe);
    operations.put("ListExecutions", this::list);
    operations.put("DescribeStateMachineForExecution", this::machineFor);
  }

  private JsonNode start(OperationRequest request) {
    Execution execution = BoundedWait.join(starter.start(order(request)));
    return Json.object()
        .put("executionArn", execution.arn())
        .put("startDate", ResponseFields.seconds(execution.started()));
  }

  private static ExecutionStarter.StartRequest order(OperationRequest request) {
    String input = request.string("input");
    return ExecutionStarter.StartRequest.of(
            request.required("stateMachineArn"),
            request.string("name"),
            input == null ? "{}" : input)
        .traced(request.string("traceHeader"));
  }

  private JsonNode startSync(OperationRequest request) {
    StoredExecution end = BoundedWait.join(starter.startSync(order(request)));
    ObjectNode shown = ExecutionShapes.describe(end);
    if (end.progress().status() == ExecutionStatus.ABORTED) {
      shown.put("status", ExecutionStatus.FAILED.name());
    }
    shown.remove(List.of("redriveCount", "redriveStatus", "redriveStatusReason"));
    ObjectNode billing = shown.putObject("billingDetails");
    long stopped = end.progress().stopped() == null ? 0 : end.progress().stopped();
    billing.put("billedDurationInMilliseconds", Math.max(100, stopped - end.execution().started()));
    billing.put("billedMemoryUsedInMB", 64);
    return shown;
  }

  private JsonNode stop(OperationRequest request) {
    Execution execution = standard(request).execution();
    long at =
        BoundedWait.join(
            executionEngine.stop(execution, request.string("error"), request.string("cause")));
    return Json.object().put("stopDate", ResponseFields.seconds(at));
  }

  private JsonNode redrive(OperationRequest request) {
    StoredExecution storedExecution = standard(request);
    long at =
        BoundedWait.join(executionEngine.redrive(storedExecution.execution()))
            .orElseThrow(
                () ->
                    new AwsFault(
                        "ExecutionNotRedrivable",
                        "Execution is "
                            + storedExecution.progress().status()
                            + " and cannot be redriven"));
    return Json.object().put("redriveDate", ResponseFields.seconds(at));
  }

  private JsonNode describe(OperationRequest request) {
    return ExecutionShapes.describe(standard(request));
  }

  /** The Standard execution a request names; Express ones have no ARN that could be asked for. */
  private StoredExecution standard(OperationRequest request) {
    return known(store, request.required("executionArn"));
  }

  static StoredExecution known(ExecutionStore store, String arn) {
    if (!arn.startsWith("arn:") || arn.contains(":express:")) {
      throw new AwsFault("InvalidArn", "Invalid Arn: '" + arn + "'");
    }
    return store
        .find(arn)
        .orElseThrow(
            () -> new AwsFault("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
  }

  private JsonNode list(OperationRequest request) {
    String mapRun = request.string("mapRunArn");
    String machine = mapRun == null ? standardMachine(request) : null;
    int size = ListPages.size(request);
    long before = ListPages.position(request, Long.MAX_VALUE);
    List<StoredExecution> found =
        store.list(
            new ExecutionStore.ExecutionQuery(machine, mapRun, status(request), before, size + 1));
    List<StoredExecution> page = found.subList(0, Math.min(size, found.size()));
    String next = found.size() > size ? ListPages.token(page.getLast().execution().id()) : null;
    return ListPages.answer("executions", page.stream().map(ExecutionShapes::item).toList(), next);
  }

  private String standardMachine(OperationRequest request) {
    String arn = request.required("stateMachineArn");
    StateMachine machine = catalog.machine(arn).orElseGet(() -> catalog.target(arn).machine());
    if (machine.express()) {
      throw new AwsFault(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    return machine.arn();
  }

  private static @Nullable ExecutionStatus status(OperationRequest request) {
    String filter = request.string("statusFilter");
    try {
      return filter == null ? null : ExecutionStatus.valueOf(filter);
    } catch (IllegalArgumentException e) {
      throw OperationRequest.invalid("statusFilter", "must be a status of executions");
    }
  }

  private JsonNode machineFor(OperationRequest request) {
    Execution execution = standard(request).execution();
    ObjectNode shown =
        Json.object()
            .put("stateMachineArn", execution.machineArn())
            .put("name", execution.machineName())
            .put("definition", catalog.definition(execution.definition()))
            .put("roleArn", execution.roleArn())
            .put("updateDate", ResponseFields.seconds(execution.started()));
    VariableReferences.add(shown, catalog.parsed(execution.definition()));
    return shown;
  }
}
