package dev.heddle.functions.api.record;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.caller.Tenant;
import dev.heddle.functions.core.fault.Fault;
import dev.heddle.functions.core.fault.Problem;
import dev.heddle.functions.core.port.Ports;
import dev.heddle.functions.core.run.Run;
import dev.heddle.functions.core.run.Runs;
import dev.heddle.functions.core.run.Trace;
import dev.heddle.functions.core.service.ExecutionName;
import dev.heddle.functions.core.store.Remembered;
import dev.heddle.functions.core.workflow.Build;
import dev.heddle.functions.core.workflow.Workflow;
import dev.heddle.statemachines.SourceMap;
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
  private final Remembered<String, SourceMap> sources;

  /** Executions that someone else started on our machines: nobody waits for their record. */
  private final Remembered<String, Boolean> foreign;

  RunWriter(Ports ports) {
    this.ports = ports;
    announcer = new Announcer(ports.connections(), ports.push());
    sources = new Remembered<>(200, Duration.ofHours(1), ports.clock());
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
    Runs runs = ports.runs().apply(tenant);
    News news = new News();
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Trace> trace = runs.trace(name.run()).or(() -> begun(tenant, name, events));
      if (trace.isEmpty()) {
        notYetBegun(name.run(), events);
        return;
      }
      Optional<SourceMap> source = source(tenant, trace.get().run());
      if (source.isEmpty() || write(runs, trace.get(), source.get(), events, news)) {
        news.trace().ifPresent(changed -> announcer.tell(tenant, changed));
        later(news.unplaced());
        return;
      }
    }
    throw again("The record of a run is written by too many at once.");
  }

  private boolean write(
      Runs runs, Trace trace, SourceMap source, List<LogEvent> events, News news) {
    Fold fold = new Fold(trace, source);
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

  /** The run that these events begin; empty when they don't, or it is another tenant's. */
  private Optional<Trace> begun(Tenant tenant, ExecutionName name, List<LogEvent> events) {
    return events.stream()
        .filter(event -> event.type().equals("ExecutionStarted"))
        .filter(event -> isOf(name, event))
        .findFirst()
        .map(event -> new Trace(RunFacts.begun(event, title(tenant, name)), 0, List.of()));
  }

  // A broad catch: whoever may start our machines may hand them anything.
  private static boolean isOf(ExecutionName name, LogEvent started) {
    try {
      return isOf(name, RunFacts.input(started));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean isOf(ExecutionName name, RunInput input) {
    return input.tenant().equals(name.machine().tenant())
        && input.workflow().equals(name.machine().workflow())
        && input.run().equals(name.run());
  }

  private String title(Tenant tenant, ExecutionName name) {
    String workflow = name.machine().workflow();
    return ports.workflows().apply(tenant).find(workflow).map(Workflow::name).orElse(workflow);
  }

  private Optional<SourceMap> source(Tenant tenant, Run run) {
    return sources.get(
        tenant.id() + "/" + run.workflow() + "/" + run.build(),
        _ ->
            ports
                .workflows()
                .apply(tenant)
                .build(run.workflow(), run.build())
                .map(Build::sourceMap));
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
