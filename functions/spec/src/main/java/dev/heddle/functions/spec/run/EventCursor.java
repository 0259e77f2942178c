package dev.heddle.functions.spec.run;

import dev.heddle.functions.spec.run.EventPosition.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the events of one execution have been read, where iterations must be told apart: an event
 * says which event it follows, so it happened where that one did.
 *
 * @param execution what tells the execution from the others of its run; empty for the run's own
 * @param revision how often it was stored; 0 when it was not yet
 * @param seen the ids of the events that were read
 * @param ends where events happened that others may still follow
 */
public record EventCursor(
    String execution, long revision, List<Span> seen, Map<Long, EventPosition> ends) {

  /** So many events later nothing more comes that tells of an event's end. */
  private static final int SOON_AFTER = 200;

  /** Ids from the one to the other. */
  public record Span(long from, long to) {}

  /** Nothing was read yet. */
  public static EventCursor of(String execution) {
    return new EventCursor(execution, 0, List.of(), Map.of());
  }

  /** Whether an event was read. */
  public boolean hasSeen(long event) {
    return seen.stream().anyMatch(span -> span.from() <= event && event <= span.to());
  }

  /** Where the event happened that another follows; null when it was not read yet. */
  public @Nullable EventPosition positionOf(long previous) {
    return previous == 0 ? EventPosition.START : ends.get(previous);
  }

  /**
   * With an event read that happened here.
   *
   * @param goesOn whether it goes on from the one before, rather than tells of its end
   */
  public EventCursor and(long event, long previous, boolean goesOn, EventPosition here) {
    Map<Long, EventPosition> next = new TreeMap<>(ends);
    next.put(event, here);
    if (goesOn) {
      next.computeIfPresent(
          previous,
          (_, eventPosition) ->
              eventPosition.next() == Next.ONE
                  ? eventPosition.followedBy(Next.LITTLE)
                  : eventPosition);
    }
    next.entrySet()
        .removeIf(end -> end.getValue().next() == Next.LITTLE && end.getKey() < event - SOON_AFTER);
    return new EventCursor(execution, revision, with(event), next);
  }

  /**
   * Without what happened inside a container whose iterations are over.
   *
   * @param around the containers around it
   * @param here which of its runs is meant
   */
  public EventCursor outside(String container, List<String> around, EventPosition here) {
    Map<Long, EventPosition> next = new TreeMap<>(ends);
    next.values()
        .removeIf(
            eventPosition ->
                eventPosition.at().containsKey(container)
                    && around.stream()
                        .allMatch(
                            outer ->
                                Objects.equals(
                                    eventPosition.at().get(outer), here.at().get(outer))));
    return new EventCursor(execution, revision, seen, next);
  }

  private List<Span> with(long event) {
    List<Span> spans = new ArrayList<>();
    Span grown = new Span(event, event);
    for (Span span : seen) {
      if (span.to() + 1 < grown.from() || grown.to() + 1 < span.from()) {
        spans.add(span);
      } else {
        grown = new Span(Math.min(span.from(), grown.from()), Math.max(span.to(), grown.to()));
      }
    }
    spans.add(grown);
    return List.copyOf(spans);
  }
}
