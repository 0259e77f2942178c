package dev.heddle.localstack.host.status;

import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.host.functions.FunctionHost;
import dev.heddle.localstack.host.functions.HostedFunction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The pages below {@code /_local}: what runs on this laptop. Reachable from this machine only. */
public final class StatusPages {
  private final List<String> services;
  private final FunctionHost functions;
  private final SqsClient queues;
  private final SfnClient machines;
  private final StepFunctions engine;

  /** Pages about these. */
  public StatusPages(
      List<String> services,
      FunctionHost functions,
      SqsClient queues,
      SfnClient machines,
      StepFunctions engine) {
    this.services = services;
    this.functions = functions;
    this.queues = queues;
    this.machines = machines;
    this.engine = engine;
  }

  /** Adds the pages. */
  public void mount(RoutesConfig routes) {
    routes.get("/_local", this::overview);
    new MachinePages(machines).mount(routes);
    new ExecutionPages(machines, engine).mount(routes);
    new WaitingPage(engine).mount(routes);
  }

  private void overview(Context context) {
    Html page = new Html("This laptop");
    page.table("Services", List.of("Service"), services.stream().map(List::of).toList());
    page.table(
        "Functions",
        List.of("Function", "Calls", "Failures", "Mean", "Under way"),
        functions.all().stream().map(StatusPages::row).toList());
    page.table("Queues", List.of("Queue", "Waiting", "In flight", "Delayed"), queueRows());
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
}
