package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.WorkflowPublisher;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Shows a published version with its drawing. */
public final class ReadVersion implements Route<ReadVersion.Input, ReadVersion.Output> {

  /** Which one. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
      @Example("3") @FormField(min = 1) long version) {}

  /** The version and its drawing. */
  public record Output(
      @Example("3") long version,
      Instant publishedAt,
      @Example("usr_2hq9x7m4kd8vn3zt6rbw") String publishedBy,
      @Example("Pages someone when it is urgent") String note,
      boolean current,
      Kind kind,
      @Example("Nobody waits for the answer.") String kindReason,
      @Example(GraphExample.JSON) JsonNode graph) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(
            Verb.GET, "/api/v1/workflows/{workflow}/versions/{version}", Input.class, Output.class)
        .summary("Read a version")
        .faults(Problem.NotFound.class)
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    return (input, caller) -> {
      Workflows workflows = ports.of(Workflows.ENTITY).apply(caller.member().tenant());
      Workflow workflow = WorkflowLookup.workflow(workflows, input.workflow());
      WorkflowVersion version =
          WorkflowPublisher.version(workflows, workflow.id(), input.version());
      WorkflowBuild build = WorkflowPublisher.build(workflows, version);
      return output(VersionSummary.of(version, workflow), build.graph());
    };
  }

  private static Output output(VersionSummary version, JsonNode graph) {
    return new Output(
        version.version(),
        version.publishedAt(),
        version.publishedBy(),
        version.note(),
        version.current(),
        version.kind(),
        version.kindReason(),
        graph);
  }
}
