package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.Builds;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Shows a run: what came in and out, what each node did, and the drawing it ran. */
public final class ReadRun implements Route<ReadRun.Input, RunAnswer> {

  /** Which one. */
  public record Input(String run) {}

  @Override
  public RouteSpec<Input, RunAnswer> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/runs/{run}", Input.class, RunAnswer.class)
        .summary("Read a run")
        .access(new Access.Reads(Runs.ENTITY), new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, RunAnswer> open(Ports ports) {
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Trace trace = trace(ports, tenant, input.run());
      Optional<Build> build = build(ports, tenant, trace.run());
      RunMap map = build.map(Builds::runMap).orElse(RunMap.NONE);
      JsonNode graph = build.map(Build::graph).orElseGet(NullNode::getInstance);
      return RunAnswer.of(trace.run(), graph, Report.of(trace, "", map));
    };
  }

  static Trace trace(Ports ports, Tenant tenant, String run) {
    return ports
        .of(Runs.ENTITY)
        .apply(tenant)
        .trace(run)
        .orElseThrow(() -> Fault.notFound("run " + run));
  }

  /** The build that ran; nothing when its workflow was deleted. */
  static Optional<Build> build(Ports ports, Tenant tenant, Run run) {
    return ports.of(Workflows.ENTITY).apply(tenant).build(run.workflow(), run.build());
  }
}
