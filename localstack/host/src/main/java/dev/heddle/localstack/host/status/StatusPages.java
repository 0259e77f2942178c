package dev.heddle.localstack.host.status;

import dev.heddle.localstack.host.functions.FunctionHost;
import dev.heddle.localstack.host.functions.HostedFunction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The pages below {@code /_local}: what runs on this laptop. Reachable from this machine only. */
public final class StatusPages {
  private static final int MOST = 100;

  private final List<String> services;
  private final FunctionHost functions;
  private final SqsClient queues;
  private final SfnClient machines;

  /** Pages about these. */
  public StatusPages(
      List<String> services, FunctionHost functions, SqsClient queues, SfnClient machines) {
    this.services = services;
    this.functions = functions;
    this.queues = queues;
    this.machines = machines;
  }

  /** Adds the pages. */
  public void mount(RoutesConfig routes) {
    routes.get("/_local", this::overview);
    routes.get("/_local/machines/{name}", this::machine);
    routes.get("/_local/executions/{machine}/{name}", this::execution);
  }

  private void overview(Context context) {
    Html page = new Html("This laptop");
    page.table("Services", List.of("Service"), services.stream().map(List::of).toList());
    page.table(
        "Functions",
        List.of("Function", "Calls", "Failures", "Mean", "Under way"),
        functions.all().stream().map(StatusPages::row).toList());
    page.table("Queues", List.of("Queue", "Waiting", "In flight", "Delayed"), queueRows());
    page.links(
        "State machines", "/_local/machines/", names(), "No workflow is published or tested yet.");
    page.send(context);
  }

  private static List<String> row(HostedFunction function) {
    HostedFunction.Figures figures = function.figures();
    return List.of(
        function.unit().name(),
        Long.toString(figures.calls()),
        Long.toString(figures.failures()),
        String.format(Locale.ROOT, "%.2f ms", figures.meanMillis()),
        Integer.toString(figures.underWay()));
  }

  private List<List<String>> queueRows() {
    return queues.listQueues().queueUrls().stream().map(this::queueRow).toList();
  }

  private List<String> queueRow(String url) {
    var attributes =
        queues
            .getQueueAttributes(q -> q.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributesAsStrings();
    return List.of(
        url.substring(url.lastIndexOf('/') + 1),
        attributes.getOrDefault("ApproximateNumberOfMessages", "0"),
        attributes.getOrDefault("ApproximateNumberOfMessagesNotVisible", "0"),
        attributes.getOrDefault("ApproximateNumberOfMessagesDelayed", "0"));
  }

  private List<String> names() {
    return machines.listStateMachines(list -> list.maxResults(MOST)).stateMachines().stream()
        .map(StateMachineListItem::name)
        .toList();
  }

  private void machine(Context context) {
    String name = context.pathParam("name");
    String arn =
        machines.listStateMachines(list -> list.maxResults(1_000)).stateMachines().stream()
            .filter(machine -> machine.name().equals(name))
            .map(StateMachineListItem::stateMachineArn)
            .findFirst()
            .orElse(null);
    if (arn == null) {
      context.status(404);
      new Html("There is no state machine " + name).send(context);
      return;
    }
    Html page = new Html(name);
    page.links("Executions", "/_local/executions/" + name + "/", executions(arn), "None yet.");
    page.text(
        "Definition", machines.describeStateMachine(d -> d.stateMachineArn(arn)).definition());
    page.send(context);
  }

  private List<String> executions(String arn) {
    return machines
        .listExecutions(list -> list.stateMachineArn(arn).maxResults(MOST))
        .executions()
        .stream()
        .map(ExecutionListItem::name)
        .toList();
  }

  private void execution(Context context) {
    String arn =
        "arn:aws:states:us-east-1:000000000000:execution:%s:%s"
            .formatted(context.pathParam("machine"), context.pathParam("name"));
    Html page = new Html(context.pathParam("name"));
    var described = machines.describeExecution(d -> d.executionArn(arn));
    page.table("Execution", List.of("Status"), List.of(List.of(described.statusAsString())));
    page.table(
        "History",
        List.of("Event", "Type", "State", "Time"),
        machines
            .getExecutionHistory(history -> history.executionArn(arn).maxResults(1_000))
            .events()
            .stream()
            .map(StatusPages::eventRow)
            .toList());
    page.send(context);
  }

  private static List<String> eventRow(HistoryEvent event) {
    String state = "";
    if (event.stateEnteredEventDetails() != null) {
      state = event.stateEnteredEventDetails().name();
    } else if (event.stateExitedEventDetails() != null) {
      state = event.stateExitedEventDetails().name();
    }
    return List.of(
        Long.toString(event.id()), event.typeAsString(), state, event.timestamp().toString());
  }
}
