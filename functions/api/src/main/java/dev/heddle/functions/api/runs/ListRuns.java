package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the workspace's runs, newest first. */
public final class ListRuns implements Route<ListRuns.Input, ListRuns.Output> {

  /** Which runs and page. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") @FormField(max = 40) @Nullable String workflow,
      @Nullable RunStatus status,
      @FormField(min = 1, max = 100, fallback = "20") int limit,
      @FormField(max = 2_000) @Nullable String cursor) {}

  /** A page. */
  public record Output(List<RunSummary> items, @Nullable String nextCursor) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/runs", Input.class, Output.class)
        .summary("List runs")
        .access(new Access.Reads(Runs.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    return (input, caller) -> {
      RunStatus status = input.status();
      Page<Run> page =
          ports
              .of(Runs.ENTITY)
              .apply(caller.member().tenant())
              .list(
                  input.workflow(),
                  status == null ? null : status.stored(),
                  input.limit(),
                  input.cursor());
      return new Output(page.items().stream().map(RunSummary::of).toList(), page.nextCursor());
    };
  }
}
