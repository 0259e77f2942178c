package dev.heddle.functions.channels.dispatch;

import dev.heddle.events.IntakeMessage;
import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the run that an event asks for, on what is published now. */
final class IntakeDispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeDispatcher.class);

  private final Function<Tenant, Workflows> workflows;
  private final Function<Tenant, Idempotency> idempotency;
  private final RunStarter runStarter;

  /** What is remembered of an Express run that was started. */
  record StartedRun(String run) {}

  IntakeDispatcher(Ports ports) {
    workflows = ports.of(Workflows.ENTITY);
    idempotency = ports.of(Idempotency.ENTITY);
    runStarter = new RunStarter(ports.of(Runs.ENTITY), ports.machines(), ports.clock());
  }

  /** An event for what is no longer there is dropped: no later try would find it. */
  void dispatch(IntakeMessage message) {
    Optional<WorkflowBuild> build =
        workflows
            .apply(new Tenant(message.tenant()))
            .published(message.workflow())
            .filter(found -> hasTrigger(found, message.trigger()));
    build.ifPresentOrElse(
        found -> start(found, message),
        () ->
            LOG.info(
                "Dropped an event of {}: workflow {} has no published trigger {}",
                message.channel(),
                message.workflow(),
                message.trigger()));
  }

  private static boolean hasTrigger(WorkflowBuild build, String trigger) {
    return BuildRunMaps.runMap(build).entry(trigger).isPresent();
  }

  private void start(WorkflowBuild build, IntakeMessage message) {
    String run = run(message);
    switch (build.kind()) {
      case STANDARD -> standard(build, message, run);
      case EXPRESS -> express(build, message, run);
    }
  }

  private static String run(IntakeMessage message) {
    return RunIds.isOne(message.dedupeKey())
        ? message.dedupeKey()
        : RunIds.from(message.tenant(), message.workflow(), message.trigger(), message.dedupeKey());
  }

  /**
   * A Standard run begins but once by its name; another event of that name is not ours to start.
   */
  private void standard(WorkflowBuild build, IntakeMessage message, String run) {
    try {
      begin(build, message, run);
    } catch (Fault fault) {
      if (!(fault.problem() instanceof Problem.Conflict)) {
        throw fault;
      }
      LOG.info("Dropped an event: run {} was started by another one", run);
    }
  }

  /** Step Functions would start an Express run again; what was begun is remembered instead. */
  private void express(WorkflowBuild build, IntakeMessage message, String run) {
    idempotency
        .apply(new Tenant(message.tenant()))
        .once(
            "dispatch", run, message.payload(), StartedRun.class, () -> begin(build, message, run));
  }

  private StartedRun begin(WorkflowBuild build, IntakeMessage message, String run) {
    RunInput input =
        RunStarter.input(
            new Tenant(message.tenant()), build, run, message.trigger(), message.payload());
    runStarter.start(build, BuildRunMaps.runMap(build).name(), input);
    return new StartedRun(run);
  }
}
