package dev.heddle.localstack.host.status.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What a run did, read off its history: each state's visits, and the arrows that were taken. */
public final class ExecutionTrace {
  private final Map<Long, HistoryEvent> events = new HashMap<>();
  private final Map<String, Visits> visits = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final boolean running;
  private final boolean none;

  /** How a state was visited. */
  public static final class Visits {
    private int entered;
    private int exited;
    private int caught;
    private boolean waits;
    private final Set<Long> failed = new HashSet<>();
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** How often it was entered. */
    public int entered() {
      return entered;
    }

    /** From the first entry to the last sign of it. */
    public Duration took() {
      return first == null || last == null ? Duration.ZERO : Duration.between(first, last);
    }

    private StateMark mark(boolean running) {
      if (entered > exited + failed.size()) {
        return running
            ? (waits ? StateMark.WAITING : StateMark.RUNNING)
            : failure(StateMark.STOPPED);
      }
      return failure(
          caught > 0 ? StateMark.CAUGHT : entered > 0 ? StateMark.DONE : StateMark.NOT_ENTERED);
    }

    private StateMark failure(StateMark otherwise) {
      return failed.isEmpty() ? otherwise : StateMark.FAILED;
    }
  }

  private ExecutionTrace(boolean running, boolean none) {
    this.running = running;
    this.none = none;
  }

  /**
   * What the events tell, which must be all from the first on: an execution's own, and those of the
   * executions of its items.
   */
  public static ExecutionTrace of(Stream<List<HistoryEvent>> histories, boolean running) {
    ExecutionTrace trace = new ExecutionTrace(running, false);
    histories.forEach(trace::addAll);
    return trace;
  }

  private void addAll(List<HistoryEvent> history) {
    events.clear();
    history.forEach(this::add);
  }

  /** A trace of nothing, for a machine without a run. */
  public static ExecutionTrace none() {
    return new ExecutionTrace(false, true);
  }

  /** The visits of a state. */
  public Visits visits(String state) {
    return visits.getOrDefault(state, new Visits());
  }

  /** What became of a state: one with a failed state inside that was not left has failed too. */
  public StateMark mark(StateChart.Step step) {
    if (none) {
      return StateMark.NONE;
    }
    Visits own = visits(step.name());
    StateMark mark = own.mark(running);
    boolean inside =
        mark == StateMark.STOPPED
            && step.inside().stream()
                .flatMap(chart -> chart.steps().stream())
                .anyMatch(inner -> mark(inner) == StateMark.FAILED);
    return inside ? StateMark.FAILED : mark;
  }

  boolean taken(String from, String to) {
    return taken.contains(from + "\0" + to);
  }

  private void add(HistoryEvent event) {
    events.put(event.id(), event);
    String type = event.typeAsString();
    if (event.stateEnteredEventDetails() != null) {
      entered(event, event.stateEnteredEventDetails().name(), type);
    } else if (event.stateExitedEventDetails() != null) {
      exited(event, event.stateExitedEventDetails().name());
    } else if (type.startsWith("Execution")) {
      ended(event, type);
    } else {
      during(event, type);
    }
  }

  private void entered(HistoryEvent event, String name, String type) {
    Visits state = visits.computeIfAbsent(name, n -> new Visits());
    state.entered++;
    state.waits = type.equals("WaitStateEntered");
    state.first = state.first == null ? event.timestamp() : state.first;
    state.last = event.timestamp();
    HistoryEvent before = events.get(event.previousEventId());
    if (before == null) {
      taken.add(StateChart.START + "\0" + name);
    } else if (before.stateExitedEventDetails() != null) {
      taken.add(before.stateExitedEventDetails().name() + "\0" + name);
    }
    if (type.equals("FailStateEntered")) {
      state.failed.add(event.id());
      taken.add(name + "\0" + StateChart.END);
    }
  }

  private void exited(HistoryEvent event, String name) {
    Visits state = visits.computeIfAbsent(name, n -> new Visits());
    state.exited++;
    state.last = event.timestamp();
    HistoryEvent before = events.get(event.previousEventId());
    if (before != null && failure(before.typeAsString())) {
      state.caught++;
    }
    HistoryEvent entry = entry(event);
    if (entry != null) {
      state.failed.remove(entry.id());
    }
  }

  private void ended(HistoryEvent event, String type) {
    HistoryEvent before = events.get(event.previousEventId());
    if (type.equals("ExecutionSucceeded")
        && before != null
        && before.stateExitedEventDetails() != null) {
      taken.add(before.stateExitedEventDetails().name() + "\0" + StateChart.END);
    }
    if (type.equals("ExecutionFailed") && entry(event) != null) {
      failed(event);
    }
  }

  private void during(HistoryEvent event, String type) {
    HistoryEvent entry = entry(event);
    if (entry == null || inner(type)) {
      return;
    }
    Visits state = visits.get(entry.stateEnteredEventDetails().name());
    if (state == null) {
      return;
    }
    state.last = event.timestamp();
    state.waits = type.equals("TaskSubmitted") || type.equals("ActivityScheduled");
    if (failure(type)) {
      state.failed.add(entry.id());
    } else {
      state.failed.remove(entry.id());
    }
  }

  private void failed(HistoryEvent event) {
    HistoryEvent entry = entry(event);
    Visits state = entry == null ? null : visits.get(entry.stateEnteredEventDetails().name());
    if (entry != null && state != null && state.exited < state.entered) {
      state.failed.add(entry.id());
    }
  }

  private static boolean inner(String type) {
    return type.startsWith("Map") || type.startsWith("Parallel");
  }

  private static boolean failure(String type) {
    return type.endsWith("Failed") || type.endsWith("TimedOut");
  }

  /** The event by which the state was entered that an event belongs to. */
  private @Nullable HistoryEvent entry(HistoryEvent event) {
    HistoryEvent at = events.get(event.previousEventId());
    while (at != null && at.stateEnteredEventDetails() == null) {
      at = at.stateExitedEventDetails() == null ? events.get(at.previousEventId()) : null;
    }
    return at;
  }
}
