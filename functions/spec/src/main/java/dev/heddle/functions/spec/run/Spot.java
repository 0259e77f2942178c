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
public record Spot(Map<String, Integer> at, @Nullable String node, Next next) {
  /** Before the first event. */
  public static final Spot START = new Spot(Map.of(), null, Next.ONE);

  /** What may follow an event. */
  public enum Next {
    ONE,
    /** As many as there are branches or iterations. */
    MANY,
    /** What went on from it has come; at most what tells of its end is still to come. */
    LITTLE
  }

  /** The same in, or between, states. */
  public Spot in(@Nullable String node) {
    return new Spot(at, node, Next.ONE);
  }

  /** The same, followed otherwise. */
  public Spot before(Next next) {
    return new Spot(at, node, next);
  }

  /** The same in an iteration of a container. */
  public Spot at(String container, int index) {
    Map<String, Integer> inside = new TreeMap<>(at);
    inside.put(container, index);
    return new Spot(inside, node, next);
  }

  /** The same outside a container. */
  public Spot outside(String container) {
    Map<String, Integer> outside = new TreeMap<>(at);
    outside.remove(container);
    return new Spot(outside, node, next);
  }
}
