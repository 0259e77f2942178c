package dev.heddle.functions.spec.run;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an event of a run happened.
 *
 * @param at the index of each container's iteration; of containers that were left it may say the
 *     last, which nothing outside them asks for
 * @param node whose state it is in; null between states
 * @param next what may follow it
 */
public record EventPosition(Map<String, Integer> at, @Nullable String node, Next next) {
  /** Before the first event. */
  public static final EventPosition START = new EventPosition(Map.of(), null, Next.ONE);

  /** What may follow an event. */
  public enum Next {
    ONE,
    /** As many as there are branches or iterations. */
    MANY,
    /** What went on from it has come; at most what tells of its end is still to come. */
    LITTLE
  }

  /** The same in, or between, states. */
  public EventPosition in(@Nullable String node) {
    return new EventPosition(at, node, Next.ONE);
  }

  /** The same, followed otherwise. */
  public EventPosition followedBy(Next next) {
    return new EventPosition(at, node, next);
  }

  /** The same in an iteration of a container. */
  public EventPosition at(String container, int index) {
    Map<String, Integer> inside = new TreeMap<>(at);
    inside.put(container, index);
    return new EventPosition(inside, node, next);
  }

  /** The same outside a container. */
  public EventPosition outside(String container) {
    Map<String, Integer> outside = new TreeMap<>(at);
    outside.remove(container);
    return new EventPosition(outside, node, next);
  }
}
