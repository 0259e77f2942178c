package dev.heddle.localstack.host.status;

import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.host.functions.HostedFunction;
import dev.heddle.localstack.host.functions.LocalFunctions;
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
  private final LocalFunctions functions;
  private final SqsClient queues;
  private final SfnClient machines;
  private final StepFunctions engine;

  /** Pages about these. */
  public StatusPages(
      List<String> services,
      LocalFunctions functions,
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
    HtmlPage page = new HtmlPage("This laptop");
    page.table("Services", List.of("Service"), services.stream().map(List::of).toList());
    page.table(
        "Functions",
        List.of("Function", "Calls", "Failures", "Mean", "In progress"),
        functions.all().stream().map(StatusPages::row).toList());
    page.table("Queues", List.of("Queue", "Waiting", "In flight", "Delayed"), queueRows());
    page.send(context);
  }

  private static List<String> row(HostedFunction function) {
    HostedFunction.Metrics metrics = function.metrics();
    return List.of(
        function.unit().name(),
        Long.toString(metrics.calls()),
        Long.toString(metrics.failures()),
        String.format(Locale.ROOT, "%.2f ms", metrics.meanMillis()),
        Integer.toString(metrics.underWay()));
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
