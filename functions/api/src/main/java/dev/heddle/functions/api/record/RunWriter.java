package dev.heddle.functions.api.record;

import dev.heddle.functions.core.cache.Remembered;
import dev.heddle.functions.core.start.ExecutionName;
import dev.heddle.functions.publishing.Builds;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the events of one execution into its run's record. */
final class RunWriter {
  private static final Logger LOG = LoggerFactory.getLogger("heddle.RecordRuns");
  private static final int TRIES = 8;
  private static final int SOON = 5;

  /** For so long an event may wait for the one it follows, by being delivered again. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Ports ports;
  private final Announcer announcer;
  private final Beginnings beginnings;
  private final Aftermath aftermath;
  private final Remembered<String, Blueprint> blueprints;

  /** Executions that someone else started on our machines: nobody waits for their record. */
  private final Remembered<String, Boolean> foreign;

  RunWriter(Ports ports) {
    this.ports = ports;
    announcer = new Announcer(ports.of(Connections.ENTITY), ports.push());
    beginnings = new Beginnings(ports);
    aftermath = new Aftermath(ports);
    blueprints = new Remembered<>(200, Duration.ofHours(1), ports.clock());
    foreign = new Remembered<>(1_000, PATIENCE, ports.clock());
  }

  /**
   * Writes events of one execution.
   *
   * @throws Fault unavailable when they are to be delivered again
   */
  void write(String arn, List<LogEvent> events) {
    String prefix = ports.settings().functionPrefix();
    Optional<ExecutionName> name = ExecutionName.parse(prefix, arn);
    if (name.isPresent()) {
      write(name.get(), events);
    }
  }

  private void write(ExecutionName name, List<LogEvent> events) {
    Tenant tenant = new Tenant(name.machine().tenant());
    Runs runs = ports.of(Runs.ENTITY).apply(tenant);
    News news = new News();
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Trace> trace = beginnings.trace(tenant, name, events);
      if (trace.isEmpty()) {
        notYetBegun(name.run(), events);
        return;
      }
      Optional<Blueprint> blueprint = blueprint(tenant, trace.get().run());
      if (blueprint.isEmpty() || write(runs, trace.get(), blueprint.get(), events, news)) {
        told(tenant, blueprint, news);
        return;
      }
    }
    throw again("The record of a run is written by too many at once.");
  }

  private void told(Tenant tenant, Optional<Blueprint> blueprint, News news) {
    Optional<Trace> changed = news.trace();
    RunMap map = blueprint.map(Blueprint::map).orElse(RunMap.NONE);
    changed.ifPresent(trace -> announcer.tell(tenant, trace, map));
    if (changed.isPresent() && blueprint.isPresent()) {
      aftermath.of(tenant, changed.get().run(), blueprint.get());
    }
    later(news.unplaced());
  }

  private boolean write(
      Runs runs, Trace trace, Blueprint blueprint, List<LogEvent> events, News news) {
    Fold fold = new Fold(trace, blueprint.source(), blueprint.map());
    events.forEach(event -> add(fold, event));
    news.unplaced(fold.unplaced());
    if (fold.isChanged()) {
      news.add(fold.changed());
      return runs.record(fold.changed());
    }
    return true;
  }

  // A broad catch: an event's details are foreign, and must not hold up the events after it.
  private static void add(Fold fold, LogEvent event) {
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

  private Optional<Blueprint> blueprint(Tenant tenant, Run run) {
    return blueprints.get(
        tenant.id() + "/" + run.workflow() + "/" + run.build(),
        _ -> build(tenant, run).map(Blueprint::of));
  }

  private Optional<Build> build(Tenant tenant, Run run) {
    Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
    return workflows
        .build(run.workflow(), run.build())
        .map(build -> Builds.completed(workflows, build));
  }

  private void notYetBegun(String run, List<LogEvent> events) {
    if (events.stream().anyMatch(event -> event.type().equals("ExecutionStarted"))) {
      foreign.put(run, true);
    } else if (foreign.get(run, _ -> Optional.empty()).isEmpty()) {
      later(events);
    }
  }

  /** Asks for events again whose time may come; those that are old are left out. */
  private void later(List<LogEvent> events) {
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
