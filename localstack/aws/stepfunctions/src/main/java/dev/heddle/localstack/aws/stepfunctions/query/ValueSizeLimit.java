package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large the values are that an expression builds, written out. A value that holds another one
 * twice, and so on, is small in memory and without end for whoever walks through it.
 */
final class ValueSizeLimit {
  private static final long MOST = 16_000_000;
  private static final int KNOWN = 50_000;

  private final Map<Object, Long> known = new IdentityHashMap<>();

  /** Throws when a list or an object is too large. */
  void check(Object container) {
    if (known.size() > KNOWN) {
      known.clear();
    }
    if (weigh(container) > MOST) {
      throw new EvaluationLimits.LimitExceeded(
          "The expression built a value of more than " + MOST + " parts");
    }
  }

  private long weigh(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length() + 1L;
      case List<?> list when !(list instanceof JsonView.BoundedView) -> container(list, list);
      case Map<?, ?> fields when !(fields instanceof JsonView.BoundedView) ->
          container(fields, fields.values());
      case null, default -> 1;
    };
  }

  private long container(Object container, Collection<?> inner) {
    Long before = known.get(container);
    if (before != null) {
      return before;
    }
    long weight = 1;
    for (Object item : inner) {
      weight = Math.min(weight + weigh(item), 2 * MOST);
    }
    known.put(container, weight);
    return weight;
  }
}
