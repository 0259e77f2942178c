package dev.heddle.functions.api.record;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.ExecutionName;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.vocabulary.NodeWiring.Trigger;
import java.util.List;
import java.util.Optional;

/** Finds the record that an execution's events belong to, or begins it. */
final class RunLookup {
  private final Ports ports;

  RunLookup(Ports ports) {
    this.ports = ports;
  }

  /** The run as it is known; empty when these events don't begin it, or it is another tenant's. */
  Optional<RunTrace> trace(Tenant tenant, ExecutionName name, List<ExecutionEvent> events) {
    Runs runs = ports.of(Runs.ENTITY).apply(tenant);
    if (name.isItems()) {
      return run(runs, name, events)
          .flatMap(
              run -> runs.trace(run).map(trace -> trace.withCursor(runs.cursor(run, name.own()))));
    }
    return runs.trace(name.run()).or(() -> begin(tenant, name, events));
  }

  /** The run that a for-each's execution belongs to; only its first event tells. */
  private static Optional<String> run(Runs runs, ExecutionName name, List<ExecutionEvent> events) {
    Optional<String> linkedRun = started(name, events).map(event -> items(event).run());
    linkedRun.ifPresent(run -> runs.linkExecution(name.run(), run));
    return linkedRun.or(() -> runs.runOfExecution(name.run()));
  }

  private Optional<RunTrace> begin(Tenant tenant, ExecutionName name, List<ExecutionEvent> events) {
    return started(name, events)
        .map(event -> new RunTrace(begin(tenant, name, event), 0, List.of()));
  }

  private Run begin(Tenant tenant, ExecutionName name, ExecutionEvent started) {
    Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
    String workflow = name.machine().workflow();
    String title = workflows.find(workflow).map(Workflow::name).orElse(workflow);
    RunInput input = RunFacts.input(started);
    if (!input.trigger().equals(Trigger.CALLED)) {
      return RunFacts.started(started, input, title);
    }
    // Whoever calls a workflow gets what is published, and doesn't know which version that is.
    RunInput known =
        workflows.published(workflow).map(build -> ofBuild(input, build)).orElse(input);
    return RunFacts.started(started, known, title);
  }

  private static RunInput ofBuild(RunInput input, WorkflowBuild build) {
    String trigger = calledTrigger(build).orElse(Trigger.CALLED);
    return input.ofBuild(build.version(), build.id(), trigger);
  }

  private static Optional<String> calledTrigger(WorkflowBuild build) {
    return BuildRunMaps.runMap(build).entry(RunMap.Role.CALLED).map(RunMap.Entry::node);
  }

  private static Optional<ExecutionEvent> started(ExecutionName name, List<ExecutionEvent> events) {
    return events.stream()
        .filter(event -> event.type().equals("ExecutionStarted"))
        .filter(event -> isOf(name, event))
        .findFirst();
  }

  // A broad catch: whoever may start our machines may hand them anything.
  private static boolean isOf(ExecutionName name, ExecutionEvent started) {
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
  private static RunInput items(ExecutionEvent started) {
    return RunFacts.input(started, "BatchInput");
  }
}
