package dev.heddle.functions.api.record;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.ExecutionName;
import dev.heddle.functions.publishing.Builds;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.vocabulary.Wiring.Trigger;
import java.util.List;
import java.util.Optional;

/** Finds the record that an execution's events belong to, or begins it. */
final class Beginnings {
  private final Ports ports;

  Beginnings(Ports ports) {
    this.ports = ports;
  }

  /** The run as it is known; empty when these events don't begin it, or it is another tenant's. */
  Optional<Trace> trace(Tenant tenant, ExecutionName name, List<LogEvent> events) {
    Runs runs = ports.of(Runs.ENTITY).apply(tenant);
    if (name.isItems()) {
      return run(runs, name, events)
          .flatMap(run -> runs.trace(run).map(trace -> trace.on(runs.trail(run, name.own()))));
    }
    return runs.trace(name.run()).or(() -> begun(tenant, name, events));
  }

  /** The run that a for-each's execution belongs to; only its first event tells. */
  private static Optional<String> run(Runs runs, ExecutionName name, List<LogEvent> events) {
    Optional<String> told = started(name, events).map(event -> items(event).run());
    told.ifPresent(run -> runs.adopt(name.run(), run));
    return told.or(() -> runs.adopter(name.run()));
  }

  private Optional<Trace> begun(Tenant tenant, ExecutionName name, List<LogEvent> events) {
    return started(name, events).map(event -> new Trace(begun(tenant, name, event), 0, List.of()));
  }

  private Run begun(Tenant tenant, ExecutionName name, LogEvent started) {
    Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
    String workflow = name.machine().workflow();
    String title = workflows.find(workflow).map(Workflow::name).orElse(workflow);
    RunInput input = RunFacts.input(started);
    if (!input.trigger().equals(Trigger.CALLED)) {
      return RunFacts.begun(started, title, input.version(), input.build(), input.trigger());
    }
    // Whoever calls a workflow gets what is published, and doesn't know which version that is.
    Optional<Build> build = workflows.published(workflow);
    return RunFacts.begun(
        started,
        title,
        build.map(Build::version).orElse(0L),
        build.map(Build::id).orElse(""),
        build.flatMap(Beginnings::calledTrigger).orElse(Trigger.CALLED));
  }

  private static Optional<String> calledTrigger(Build build) {
    return Builds.runMap(build).entry(RunMap.Role.CALLED).map(RunMap.Entry::node);
  }

  private static Optional<LogEvent> started(ExecutionName name, List<LogEvent> events) {
    return events.stream()
        .filter(event -> event.type().equals("ExecutionStarted"))
        .filter(event -> isOf(name, event))
        .findFirst();
  }

  // A broad catch: whoever may start our machines may hand them anything.
  private static boolean isOf(ExecutionName name, LogEvent started) {
    try {
      return name.isItems()
          ? isOf(name, items(started))
          : RunFacts.input(started).run().equals(name.run()) && isOf(name, RunFacts.input(started));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean isOf(ExecutionName name, RunInput input) {
    return input.tenant().equals(name.machine().tenant())
        && input.workflow().equals(name.machine().workflow());
  }

  /** What a for-each hands to each of its executions, beside one item or around a batch. */
  private static RunInput items(LogEvent started) {
    return RunFacts.input(started, "BatchInput");
  }
}
