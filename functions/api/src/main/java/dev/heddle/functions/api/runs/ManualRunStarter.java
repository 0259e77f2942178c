package dev.heddle.functions.api.runs;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.publishing.DrawnTriggers;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Starts runs that a person or a program asks for through the API. */
final class ManualRunStarter {
  /** What a call may send, in bytes: the payload and a little around it. */
  static final int BODY = RunStarter.MAX_PAYLOAD + 4 * 1024;

  private final Ports ports;
  private final RunStarter runStarter;

  ManualRunStarter(Ports ports) {
    this.ports = ports;
    runStarter = new RunStarter(ports.of(Runs.ENTITY), ports.machines(), ports.clock());
  }

  /** The workflow that is to run; a fault not-found when there is none. */
  static Workflow workflow(Workflows workflows, StartInput input) {
    return workflows
        .find(input.workflow())
        .orElseThrow(() -> Fault.notFound("workflow " + input.workflow()));
  }

  /** Starts a run of a build that is made only if the call is not a repeated one. */
  RunSummary start(
      String route,
      Tenant tenant,
      Workflow workflow,
      StartInput input,
      Supplier<WorkflowBuild> build) {
    return ports
        .of(Idempotency.ENTITY)
        .apply(tenant)
        .once(
            route,
            input.idempotencyKey(),
            input,
            RunSummary.class,
            () -> start(tenant, workflow, input, build.get()));
  }

  private RunSummary start(
      Tenant tenant, Workflow workflow, StartInput input, WorkflowBuild build) {
    RunMap.Entry entry =
        BuildRunMaps.runMap(build)
            .entry(input.trigger())
            .orElseThrow(() -> Fault.invalid("trigger", "Not a trigger of this workflow"));
    JsonNode payload =
        Objects.requireNonNullElseGet(
            input.input(), () -> DrawnTriggers.of(build.graph()).sample(entry.node()));
    String id = ports.ids().next("run");
    RunInput start = RunStarter.input(tenant, build, id, entry.node(), payload);
    return RunSummary.of(runStarter.start(build, workflow.name(), start));
  }
}
