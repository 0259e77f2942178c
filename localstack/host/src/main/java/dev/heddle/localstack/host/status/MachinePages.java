package dev.heddle.localstack.host.status;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.status.chart.ChartReader;
import dev.heddle.localstack.host.status.chart.ChartSvg;
import dev.heddle.localstack.host.status.chart.ExecutionTrace;
import dev.heddle.localstack.host.status.chart.StateChart;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** The pages of state machines: all of them, and each with its drawing and its executions. */
final class MachinePages {
  static final String ARN = "arn:aws:states:us-east-1:000000000000:";
  private static final int PAGE = 50;
  private static final String PATH = "/_local/machines";

  private final SfnClient client;

  MachinePages(SfnClient client) {
    this.client = client;
  }

  void mount(RoutesConfig routes) {
    routes.get(PATH, this::all);
    routes.get(PATH + "/{name}", this::one);
  }

  private void all(Context context) {
    try {
      list(context, context.queryParam("next"));
    } catch (SfnException e) {
      HtmlPage.refused(e).send(context.status(e.statusCode()));
    }
  }

  private void list(Context context, @Nullable String here) {
    var list = client.listStateMachines(l -> l.maxResults(PAGE).nextToken(here));
    HtmlPage page = new HtmlPage("State machines");
    if (list.stateMachines().isEmpty()) {
      page.note("No workflow is published or tested yet.");
    } else {
      page.cells(
          "By name",
          List.of("Name", "Type", "Created"),
          list.stateMachines().stream().map(MachinePages::row).toList());
    }
    PageLinks.add(page, PATH, here, list.nextToken());
    page.send(context);
  }

  private static HtmlPage.Row row(StateMachineListItem machine) {
    return HtmlPage.Row.of(
        TableCell.link(machine.name(), PATH + "/" + PageLinks.encoded(machine.name())),
        TableCell.text(machine.typeAsString()),
        TableCell.time(machine.creationDate()));
  }

  private void one(Context context) {
    String name = context.pathParam("name");
    try {
      String arn = ARN + "stateMachine:" + name;
      var machine = client.describeStateMachine(d -> d.stateMachineArn(arn));
      show(context, machine);
    } catch (StateMachineDoesNotExistException e) {
      context.status(404);
      new HtmlPage("There is no state machine " + name).send(context);
    } catch (SfnException e) {
      HtmlPage.refused(e).send(context.status(e.statusCode()));
    }
  }

  private void show(Context context, DescribeStateMachineResponse machine) {
    HtmlPage page = new HtmlPage(machine.name());
    StateChart chart = ChartReader.machine(WireJson.MAPPER.readTree(machine.definition()));
    if (machine.type() == StateMachineType.EXPRESS) {
      page.note("This is an Express state machine. Its executions keep no history here.");
    } else {
      executions(page, context, machine);
    }
    String title = "The state machine " + machine.name();
    page.drawing(
        "Diagram", ChartSvg.of(chart, ExecutionTrace.none(), title, state -> "#definition"));
    page.text("Definition", pretty(machine.definition()));
    page.send(context);
  }

  static String pretty(String json) {
    return WireJson.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(WireJson.MAPPER.readTree(json));
  }

  private void executions(HtmlPage page, Context context, DescribeStateMachineResponse machine) {
    ExecutionStatus status = status(context.queryParam("status"));
    String here = context.queryParam("next");
    var list =
        client.listExecutions(
            l ->
                l.stateMachineArn(machine.stateMachineArn())
                    .statusFilter(status)
                    .maxResults(PAGE)
                    .nextToken(here));
    String path = PATH + "/" + PageLinks.encoded(machine.name());
    page.choice("Executions by status", filters(path, status));
    if (list.executions().isEmpty()) {
      page.note(status == null ? "No executions yet." : "No executions with this status.");
    } else {
      page.cells(
          "Executions, latest first",
          List.of("Name", "Status", "Started", "Duration"),
          list.executions().stream().map(e -> execution(machine.name(), e)).toList());
    }
    String filtered = status == null ? path : path + "?status=" + status;
    PageLinks.add(page, filtered, here, list.nextToken());
  }

  private static @Nullable ExecutionStatus status(@Nullable String name) {
    return ExecutionStatus.knownValues().stream()
        .filter(status -> status.toString().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static List<TableCell> filters(String path, @Nullable ExecutionStatus chosen) {
    List<TableCell> links = new ArrayList<>();
    links.add(filter("All", path, chosen == null));
    for (String status : List.of("RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED")) {
      String word =
          status.equals("ABORTED")
              ? "Stopped"
              : status.charAt(0) + status.substring(1).toLowerCase(java.util.Locale.ROOT);
      boolean here = chosen != null && chosen.toString().equals(status);
      links.add(filter(word.replace('_', ' '), path + "?status=" + status, here));
    }
    return links;
  }

  private static TableCell filter(String word, String path, boolean here) {
    TableCell link = TableCell.link(word, path);
    return here
        ? new TableCell(link.html().replaceFirst("<a ", "<a aria-current=\"page\" "))
        : link;
  }

  private static HtmlPage.Row execution(String machine, ExecutionListItem execution) {
    String path = ExecutionPages.path(machine, execution.name());
    return HtmlPage.Row.of(
        TableCell.link(execution.name(), path),
        TableCell.status(execution.statusAsString()),
        TableCell.time(execution.startDate()),
        execution.stopDate() == null
            ? TableCell.text("")
            : TableCell.took(
                java.time.Duration.between(execution.startDate(), execution.stopDate())));
  }
}
