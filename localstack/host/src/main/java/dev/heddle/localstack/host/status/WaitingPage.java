package dev.heddle.localstack.host.status;

import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.run.PendingTask;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/**
 * Tasks that wait for someone: which, since when, and until when. Their tokens are not shown, since
 * whoever has one can end the task in somebody's name.
 */
final class WaitingPage {
  private static final int MOST = 200;

  private final StepFunctions engine;

  WaitingPage(StepFunctions engine) {
    this.engine = engine;
  }

  void mount(RoutesConfig routes) {
    routes.get("/_local/waiting", this::all);
  }

  private void all(Context context) {
    HtmlPage page = new HtmlPage("Waiting");
    List<PendingTask> waiting = engine.waiting(MOST);
    if (waiting.isEmpty()) {
      page.note("No task is waiting for a token, an activity worker or a child execution.");
    }
    add(page, waiting);
    if (waiting.size() == MOST) {
      page.note("Showing the first " + MOST + ".");
    }
    page.send(context);
  }

  /** Adds the tasks, if there are any. */
  static void add(HtmlPage page, List<PendingTask> waiting) {
    if (!waiting.isEmpty()) {
      page.cells(
          "Waiting tasks",
          List.of("State", "Execution", "For", "Since", "Until", "Next heartbeat"),
          waiting.stream().map(WaitingPage::row).toList());
    }
  }

  private static HtmlPage.Row row(PendingTask task) {
    String name = task.executionArn().replaceFirst("^(?:[^:]*:){7}", "");
    return HtmlPage.Row.of(
        TableCell.text(task.state()),
        TableCell.link(name, ExecutionPages.path(task.machine(), name)),
        TableCell.text(task.on().words()),
        TableCell.time(task.since()),
        task.until() == null ? TableCell.text("no limit") : TableCell.time(task.until()),
        TableCell.time(task.heartbeat()));
  }
}
