package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Page;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists a workflow's published versions, newest first. */
public final class ListVersions implements Route<ListVersions.Input, ListVersions.Output> {

  /** Which workflow and page. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
      @FormField(min = 1, max = 100, fallback = "20") int limit,
      @FormField(max = 2_000) @Nullable String cursor) {}

  /** A page. */
  public record Output(List<VersionSummary> items, @Nullable String nextCursor) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(
            Verb.GET, "/api/v1/workflows/{workflow}/versions", Input.class, Output.class)
        .summary("List versions")
        .faults(Problem.NotFound.class)
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    return (input, caller) -> {
      Workflows workflows = ports.of(Workflows.ENTITY).apply(caller.member().tenant());
      Workflow workflow = WorkflowLookup.workflow(workflows, input.workflow());
      Page<WorkflowVersion> page = workflows.versions(workflow.id(), input.limit(), input.cursor());
      List<VersionSummary> items =
          page.items().stream().map(version -> VersionSummary.of(version, workflow)).toList();
      return new Output(items, page.nextCursor());
    };
  }
}
