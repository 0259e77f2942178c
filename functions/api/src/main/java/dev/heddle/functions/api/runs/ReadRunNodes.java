package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.util.List;

/** Shows what the nodes of a run did, or those of one iteration of its containers. */
public final class ReadRunNodes implements Route<ReadRunNodes.Input, ReadRunNodes.Output> {

  /** Which run, and which iteration, such as {@code each1[3].loop2[0]}. */
  public record Input(
      @Example("run_8kd3n7vq2mxz5tb9w4fj") String run,
      @Example("each1[3]")
          @FormField(
              max = 1_000,
              pattern = "|\\w+\\[\\d{1,9}\\](\\.\\w+\\[\\d{1,9}\\])*",
              fallback = "\"\"")
          String path) {}

  /** The nodes in the order they began. */
  public record Output(List<NodeRunDetails> items) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/runs/{run}/nodes", Input.class, Output.class)
        .summary("Read the steps of a run")
        .faults(Problem.NotFound.class)
        .access(new Access.Reads(Runs.ENTITY), new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      RunTrace trace = ReadRun.trace(ports, tenant, input.run());
      RunMap map =
          ReadRun.build(ports, tenant, trace.run()).map(BuildRunMaps::runMap).orElse(RunMap.NONE);
      return new Output(RunReport.of(trace, input.path(), map));
    };
  }
}
