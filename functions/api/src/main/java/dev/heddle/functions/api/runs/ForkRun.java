package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.Builds;
import dev.heddle.functions.publishing.Forks;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.From;
import dev.heddle.functions.spec.shape.From.Place;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Starts a new run that goes on from a node of a recorded one, as the drawing is now: the draft for
 * a run of the draft, else the published version.
 */
public final class ForkRun implements Route<ForkRun.Input, RunSummary> {

  /**
   * Where it goes on.
   *
   * @param from the node that runs again, with all that follows it
   * @param input what the trigger gives; by itself what it gave
   */
  public record Input(
      String run,
      @Form(min = 1, max = 40) String from,
      @Nullable JsonNode input,
      @From(value = Place.HEADER, name = "idempotency-key") @Form(min = 1, max = 200)
          @Nullable String idempotencyKey) {}

  @Override
  public RouteSpec<Input, RunSummary> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/runs/{run}/fork", Input.class, RunSummary.class)
        .summary("Run again from a node")
        .status(201)
        .maxBody(ByHand.BODY)
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Runs.ENTITY),
            new Access.Writes(Idempotency.ENTITY),
            new Access.BuildsMachines(),
            new Access.StartsRuns());
  }

  @Override
  public Handler<Input, RunSummary> open(Ports ports) {
    Forks forks =
        new Forks(ports.settings(), ports.of(Runs.ENTITY), ports.machines(), ports.clock());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      return ports
          .of(Idempotency.ENTITY)
          .apply(tenant)
          .once(
              "ForkRun",
              input.idempotencyKey(),
              input,
              RunSummary.class,
              () -> fork(ports, forks, tenant, input));
    };
  }

  private static RunSummary fork(Ports ports, Forks forks, Tenant tenant, Input input) {
    Trace trace = ReadRun.trace(ports, tenant, input.run());
    Run run = trace.run();
    if (run.status() == Run.Status.RUNNING) {
      throw new Fault(new Problem.Conflict("The run is under way. Stop it first."));
    }
    Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
    Workflow workflow =
        workflows
            .find(run.workflow())
            .orElseThrow(() -> Fault.notFound("workflow " + run.workflow()));
    RunMap map = ReadRun.build(ports, tenant, run).map(Builds::runMap).orElse(RunMap.NONE);
    List<NodeAnswer> nodes = Report.of(trace, "", map);
    Forks.Fork fork =
        new Forks.Fork(
            ports.ids().next("run"),
            input.from(),
            run.trigger(),
            input.input() == null ? Forks.whole("the input", run.input()) : input.input(),
            nodes.stream().map(ForkRun::known).toList());
    return RunSummary.of(
        forks.start(tenant, workflows, workflow, current(workflows, workflow, run), fork));
  }

  private static Forks.Current current(Workflows workflows, Workflow workflow, Run run) {
    if (run.version() == 0) {
      return new Forks.Current(workflow.graph(), 0);
    }
    Build build =
        workflows
            .published(workflow.id())
            .orElseThrow(() -> Fault.notFound("version " + run.version()));
    return new Forks.Current(build.graph(), build.version());
  }

  private static Forks.Known known(NodeAnswer node) {
    return new Forks.Known(node.node(), node.port(), node.output());
  }
}
