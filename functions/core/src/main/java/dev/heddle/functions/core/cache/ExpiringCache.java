package dev.heddle.functions.core.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A few values kept in this process for a while; what is not there is not remembered. */
public final class ExpiringCache<K, V> {
  // In the order of use, which each get() changes: reading needs the lock as well as writing.
  private final Map<K, Entry<V>> entries;
  private final Duration time;
  private final InstantSource clock;

  private record Entry<V>(V value, Instant until) {}

  /** Keeps at most so many, the ones used last, each for this time. */
  public ExpiringCache(int most, Duration time, InstantSource clock) {
    this.time = time;
    this.clock = clock;
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, ExpiringCache.Entry<V>> eldest) {
            return size() > most;
          }
        };
  }

  /** The value, looked up if it is not remembered; the look-up holds up nobody else. */
  public Optional<V> get(K key, Function<K, Optional<V>> lookUp) {
    Instant now = clock.instant();
    synchronized (entries) {
      Entry<V> found = entries.get(key);
      if (found != null && found.until().isAfter(now)) {
        return Optional.of(found.value());
      }
    }
    // Outside the lock: a look-up is a call, and one that is slow would hold up all others. Two
    // that miss together both look up, which costs a call and changes nothing.
    Optional<V> value = lookUp.apply(key);
    value.ifPresent(fresh -> put(key, fresh));
    return value;
  }

  /** Remembers a value. */
  public void put(K key, V value) {
    synchronized (entries) {
      entries.put(key, new Entry<>(value, clock.instant().plus(time)));
    }
  }

  /** Forgets a value. */
  public void forget(K key) {
    synchronized (entries) {
      entries.remove(key);
    }
  }
}
