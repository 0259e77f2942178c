package dev.heddle.functions.api.record;

import dev.heddle.functions.core.cache.ExpiringCache;
import dev.heddle.functions.core.start.ExecutionName;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event-sourced projection of runs: folds the events of one execution into its run's record,
 * the read model.
 */
final class RunProjection {
  private static final Logger LOG = LoggerFactory.getLogger("heddle.RecordRuns");
  // Deliveries of one run overlap when it has many branches; each try reads the record as it is
  // then.
  private static final int TRIES = 8;
  private static final int SOON = 5;

  /** For so long an event may wait for the one it follows, by being delivered again. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Ports ports;
  private final RunBroadcaster announcer;
  private final RunLookup runLookup;
  private final RunCompletion runCompletion;
  private final ExpiringCache<String, RecordingPlan> recordingPlans;

  /** Executions that someone else started on our machines: nobody waits for their record. */
  private final ExpiringCache<String, Boolean> foreign;

  RunProjection(Ports ports) {
    this.ports = ports;
    announcer = new RunBroadcaster(ports.of(Connections.ENTITY), ports.push());
    runLookup = new RunLookup(ports);
    runCompletion = new RunCompletion(ports);
    // A build never changes, so age is no matter; the bound is.
    recordingPlans = new ExpiringCache<>(200, Duration.ofHours(1), ports.clock());
    // As long as events are delivered again: after that they are left out by their age.
    foreign = new ExpiringCache<>(1_000, PATIENCE, ports.clock());
  }

  /**
   * Writes events of one execution.
   *
   * @throws Fault unavailable when they are to be delivered again
   */
  void write(String arn, List<ExecutionEvent> events) {
    String prefix = ports.settings().functionPrefix();
    Optional<ExecutionName> name = ExecutionName.parse(prefix, arn);
    if (name.isPresent()) {
      write(name.get(), events);
    }
  }

  private void write(ExecutionName name, List<ExecutionEvent> events) {
    Tenant tenant = new Tenant(name.machine().tenant());
    Runs runs = ports.of(Runs.ENTITY).apply(tenant);
    RunChanges runChanges = new RunChanges();
    // Optimistic: read, fold, write on the revision that was read, and again from the reading if
    // someone else has written. A lock would have to be freed after a crash.
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<RunTrace> trace = runLookup.trace(tenant, name, events);
      if (trace.isEmpty()) {
        notYetBegun(name.run(), events);
        return;
      }
      Optional<RecordingPlan> recordingPlan = recordingPlan(tenant, trace.get().run());
      if (recordingPlan.isEmpty()
          || write(runs, trace.get(), recordingPlan.get(), events, runChanges)) {
        // After the record is stored: who is told looks it up, and must find what it was told of.
        announce(tenant, recordingPlan, runChanges);
        return;
      }
    }
    throw again("The record of a run is written by too many at once.");
  }

  private void announce(
      Tenant tenant, Optional<RecordingPlan> recordingPlan, RunChanges runChanges) {
    Optional<RunTrace> changed = runChanges.trace();
    RunMap map = recordingPlan.map(RecordingPlan::map).orElse(RunMap.NONE);
    changed.ifPresent(trace -> announcer.tell(tenant, trace, map));
    if (changed.isPresent() && recordingPlan.isPresent()) {
      runCompletion.handle(tenant, changed.get().run(), recordingPlan.get());
    }
    // Last: it throws, and what could be placed must be told before.
    redeliver(runChanges.unplaced());
  }

  private boolean write(
      Runs runs,
      RunTrace trace,
      RecordingPlan recordingPlan,
      List<ExecutionEvent> events,
      RunChanges runChanges) {
    Fold fold = new Fold(trace, recordingPlan.source(), recordingPlan.map());
    events.forEach(event -> add(fold, event));
    runChanges.unplaced(fold.unplaced());
    if (fold.isChanged()) {
      runChanges.add(fold.changed());
      return runs.record(fold.changed());
    }
    return true;
  }

  // A broad catch: an event's details are foreign, and must not hold up the events after it.
  private static void add(Fold fold, ExecutionEvent event) {
    try {
      fold.add(event);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("execution", event.execution())
          .addKeyValue("event", event.id())
          .addKeyValue("failure", e.getClass().getName())
          .log("left out");
    }
  }

  private Optional<RecordingPlan> recordingPlan(Tenant tenant, Run run) {
    return recordingPlans.get(
        tenant.id() + "/" + run.workflow() + "/" + run.build(),
        _ -> build(tenant, run).map(RecordingPlan::of));
  }

  private Optional<WorkflowBuild> build(Tenant tenant, Run run) {
    Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
    return workflows
        .build(run.workflow(), run.build())
        .map(build -> BuildRunMaps.completed(workflows, build));
  }

  private void notYetBegun(String run, List<ExecutionEvent> events) {
    if (events.stream().anyMatch(event -> event.type().equals("ExecutionStarted"))) {
      foreign.put(run, true);
    } else if (foreign.get(run, _ -> Optional.empty()).isEmpty()) {
      redeliver(events);
    }
  }

  /** Asks for events again whose time may come; those that are old are left out. */
  private void redeliver(List<ExecutionEvent> events) {
    boolean young =
        events.stream()
            .anyMatch(event -> event.at().isAfter(ports.clock().instant().minus(PATIENCE)));
    if (young) {
      throw again("Events of a run came before those they follow.");
    }
  }

  private static Fault again(String detail) {
    return new Fault(new Problem.Unavailable(detail, SOON));
  }
}
