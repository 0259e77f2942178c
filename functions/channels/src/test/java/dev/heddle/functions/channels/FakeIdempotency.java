package dev.heddle.functions.channels;

import dev.heddle.functions.spec.port.Idempotency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers kept in memory. */
public final class FakeIdempotency implements Idempotency {
  private final Map<String, Record> kept = new HashMap<>();

  @Override
  public <O extends Record> O once(
      String route, @Nullable String key, Object request, Class<O> answer, Supplier<O> work) {
    if (key == null) {
      return work.get();
    }
    String place = route + "\n" + key;
    if (!kept.containsKey(place)) {
      kept.put(place, work.get());
    }
    return answer.cast(kept.get(place));
  }
}
