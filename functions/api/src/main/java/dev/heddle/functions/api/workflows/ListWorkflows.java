package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Page;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the workspace's workflows, the last changed first. */
public final class ListWorkflows implements Route<ListWorkflows.Input, ListWorkflows.Output> {

  /** Which page. */
  public record Input(
      @FormField(min = 1, max = 100, fallback = "20") int limit,
      @FormField(max = 2_000) @Nullable String cursor) {}

  /** A page. */
  public record Output(List<WorkflowSummary> items, @Nullable String nextCursor) {}

  /** A workflow as it is listed; {@code triggers} are type ids. */
  public record WorkflowSummary(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String id,
      @Example("Support triage") String name,
      @Example("Sorts tickets and pages someone when it is urgent.") String description,
      @Example("7") long revision,
      @Example("3") @Nullable Long publishedVersion,
      Instant createdAt,
      Instant updatedAt,
      @Example("webhook@1") List<String> triggers) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/workflows", Input.class, Output.class)
        .summary("List workflows")
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    return (input, caller) -> {
      Page<Workflow> page =
          ports
              .of(Workflows.ENTITY)
              .apply(caller.member().tenant())
              .list(input.limit(), input.cursor());
      return new Output(page.items().stream().map(ListWorkflows::row).toList(), page.nextCursor());
    };
  }

  private static WorkflowSummary row(Workflow workflow) {
    return new WorkflowSummary(
        workflow.id(),
        workflow.name(),
        workflow.description(),
        workflow.revision(),
        workflow.publishedVersion(),
        workflow.createdAt(),
        workflow.updatedAt(),
        workflow.triggers());
  }
}
