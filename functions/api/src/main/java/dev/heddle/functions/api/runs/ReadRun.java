package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Shows a run: what came in and out, what each node did, and the drawing it ran. */
public final class ReadRun implements Route<ReadRun.Input, RunDetails> {

  /** Which one. */
  public record Input(@Example("run_8kd3n7vq2mxz5tb9w4fj") String run) {}

  @Override
  public RouteSpec<Input, RunDetails> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/runs/{run}", Input.class, RunDetails.class)
        .summary("Read a run")
        .faults(Problem.NotFound.class)
        .access(new Access.Reads(Runs.ENTITY), new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, RunDetails> open(Ports ports) {
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      RunTrace trace = trace(ports, tenant, input.run());
      Optional<WorkflowBuild> build = build(ports, tenant, trace.run());
      RunMap map = build.map(BuildRunMaps::runMap).orElse(RunMap.NONE);
      JsonNode graph = build.map(WorkflowBuild::graph).orElseGet(NullNode::getInstance);
      return RunDetails.of(trace.run(), graph, RunReport.of(trace, "", map));
    };
  }

  static RunTrace trace(Ports ports, Tenant tenant, String run) {
    return ports
        .of(Runs.ENTITY)
        .apply(tenant)
        .trace(run)
        .orElseThrow(() -> Fault.notFound("run " + run));
  }

  /** The build that ran; nothing when its workflow was deleted. */
  static Optional<WorkflowBuild> build(Ports ports, Tenant tenant, Run run) {
    return ports.of(Workflows.ENTITY).apply(tenant).build(run.workflow(), run.build());
  }
}
