package dev.heddle.localstack.host.status;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.host.status.chart.ChartReader;
import dev.heddle.localstack.host.status.chart.ChartSvg;
import dev.heddle.localstack.host.status.chart.ExecutionTrace;
import dev.heddle.localstack.host.status.chart.StateChart;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.MapRunListItem;

/** The page of an execution: the machine with the way it took, its states, and its history. */
final class ExecutionPages {
  private static final int READ = 1_000;
  private static final int PAGE = 100;
  private static final int ITEMS = 50;

  private final SfnClient client;
  private final StepFunctions engine;

  ExecutionPages(SfnClient client, StepFunctions engine) {
    this.client = client;
    this.engine = engine;
  }

  void mount(RoutesConfig routes) {
    routes.get("/_local/executions/{machine}/{name}", this::one);
  }

  static String path(String machine, String name) {
    return "/_local/executions/" + PageLinks.encoded(machine) + "/" + PageLinks.encoded(name);
  }

  private void one(Context context) {
    String machine = context.pathParam("machine");
    String name = context.pathParam("name");
    try {
      String arn = MachinePages.ARN + "execution:" + machine + ":" + name;
      show(context, machine, client.describeExecution(d -> d.executionArn(arn)));
    } catch (ExecutionDoesNotExistException | InvalidArnException e) {
      context.status(404);
      new HtmlPage("There is no execution " + name).send(context);
    }
  }

  private void show(Context context, String machine, DescribeExecutionResponse execution) {
    String arn = execution.executionArn();
    HtmlPage page = new HtmlPage(execution.name());
    summary(page, machine, execution);
    List<HistoryEvent> history = history(arn);
    StateChart chart =
        ChartReader.machine(
            WireJson.MAPPER.readTree(
                client.describeStateMachineForExecution(d -> d.executionArn(arn)).definition()));
    List<MapRunListItem> mapRuns = client.listMapRuns(l -> l.executionArn(arn)).mapRuns();
    ExecutionTrace trace =
        ExecutionTrace.of(
            Stream.concat(Stream.of(history), mapRuns.stream().flatMap(this::items)),
            execution.status() == ExecutionStatus.RUNNING);
    List<StateChart.Step> steps = chart.all();
    String title = "The path of " + execution.name() + " through " + machine;
    page.drawing(
        "Path taken", ChartSvg.of(chart, trace, title, state -> "#state-" + index(steps, state)));
    states(page, steps, trace);
    WaitingPage.add(page, engine.waiting(arn));
    mapRuns(page, mapRuns);
    data(page, execution);
    events(page, context, machine, execution.name(), history);
    page.send(context);
  }

  private static int index(List<StateChart.Step> steps, String state) {
    return steps.stream().map(StateChart.Step::name).toList().indexOf(state);
  }

  private static void summary(HtmlPage page, String machine, DescribeExecutionResponse execution) {
    Duration took =
        execution.stopDate() == null
            ? Duration.ZERO
            : Duration.between(execution.startDate(), execution.stopDate());
    page.cells(
        "Execution",
        List.of("Status", "Machine", "Started", "Duration", "Redrives"),
        List.of(
            HtmlPage.Row.of(
                TableCell.status(execution.statusAsString()),
                TableCell.link(machine, "/_local/machines/" + PageLinks.encoded(machine)),
                TableCell.time(execution.startDate()),
                execution.stopDate() == null ? TableCell.text("") : TableCell.took(took),
                TableCell.text(String.valueOf(execution.redriveCount())))));
    if (execution.error() != null || execution.cause() != null) {
      page.text(
          execution.error() == null ? "Cause" : execution.error(),
          execution.cause() == null ? "No cause given." : execution.cause());
    }
  }

  private List<HistoryEvent> history(String arn) {
    List<HistoryEvent> all = new ArrayList<>();
    String next = null;
    do {
      String from = next;
      var page =
          client.getExecutionHistory(h -> h.executionArn(arn).maxResults(READ).nextToken(from));
      all.addAll(page.events());
      next = page.nextToken();
    } while (next != null);
    return all;
  }

  private static void states(HtmlPage page, List<StateChart.Step> steps, ExecutionTrace trace) {
    List<HtmlPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      StateChart.Step step = steps.get(i);
      ExecutionTrace.Visits visits = trace.visits(step.name());
      boolean entered = visits.entered() > 0;
      rows.add(
          new HtmlPage.Row(
              "state-" + i,
              List.of(
                  TableCell.text(step.name()),
                  TableCell.text(step.detail()),
                  TableCell.mark(trace.mark(step)),
                  TableCell.text(entered ? Integer.toString(visits.entered()) : ""),
                  entered ? TableCell.took(visits.took()) : TableCell.text(""))));
    }
    page.cells(
        "States", List.of("State", "What it does", "In this run", "Entered", "Duration"), rows);
  }

  /** The histories of the latest items of a map run, as many as a drawing needs. */
  private Stream<List<HistoryEvent>> items(MapRunListItem run) {
    return client
        .listExecutions(l -> l.mapRunArn(run.mapRunArn()).maxResults(ITEMS))
        .executions()
        .stream()
        .filter(item -> !item.executionArn().contains(":express:"))
        .map(item -> history(item.executionArn()));
  }

  private void mapRuns(HtmlPage page, List<MapRunListItem> runs) {
    if (!runs.isEmpty()) {
      page.cells(
          "Items that run as separate executions",
          List.of("Map run", "Done", "Failed", "Running", "Not started"),
          runs.stream().map(this::mapRun).toList());
      page.note("The diagram and the states count the latest %d items of each.".formatted(ITEMS));
    }
  }

  private HtmlPage.Row mapRun(MapRunListItem run) {
    var counts = client.describeMapRun(d -> d.mapRunArn(run.mapRunArn())).executionCounts();
    String arn = run.mapRunArn();
    return HtmlPage.Row.of(
        TableCell.text(arn.substring(arn.indexOf('/') + 1, arn.lastIndexOf(':'))),
        TableCell.text(Long.toString(counts.succeeded())),
        TableCell.text(Long.toString(counts.failed() + counts.timedOut() + counts.aborted())),
        TableCell.text(Long.toString(counts.running())),
        TableCell.text(Long.toString(counts.pending())));
  }

  private static void data(HtmlPage page, DescribeExecutionResponse execution) {
    page.text("Input", MachinePages.pretty(execution.input()));
    if (execution.output() != null) {
      page.text("Output", MachinePages.pretty(execution.output()));
    }
  }

  private static void events(
      HtmlPage page, Context context, String machine, String name, List<HistoryEvent> history) {
    int from = from(context.queryParam("next"), history.size());
    int to = Math.min(history.size(), from + PAGE);
    page.cells(
        "History, %d events".formatted(history.size()),
        List.of("Event", "After", "Type", "State", "Time"),
        history.subList(from, to).stream().map(ExecutionPages::event).toList());
    PageLinks.add(
        page,
        path(machine, name),
        from == 0 ? null : "",
        to < history.size() ? Integer.toString(to) : null);
  }

  private static int from(@Nullable String text, int most) {
    return text == null || !text.matches("\\d{1,6}") ? 0 : Math.min(most, Integer.parseInt(text));
  }

  private static HtmlPage.Row event(HistoryEvent event) {
    String state = "";
    if (event.stateEnteredEventDetails() != null) {
      state = event.stateEnteredEventDetails().name();
    } else if (event.stateExitedEventDetails() != null) {
      state = event.stateExitedEventDetails().name();
    }
    return HtmlPage.Row.of(
        TableCell.text(Long.toString(event.id())),
        TableCell.text(Long.toString(event.previousEventId())),
        TableCell.text(event.typeAsString()),
        TableCell.text(state),
        TableCell.time(event.timestamp()));
  }
}
