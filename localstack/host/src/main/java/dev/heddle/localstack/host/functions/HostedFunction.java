package dev.heddle.localstack.host.functions;

import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.Unit;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One function: its unit, the open door behind it, and how it has fared. */
public final class HostedFunction {
  /** Lambda starts with a thousand at once for an account; a laptop with fewer for each. */
  private static final int AT_ONCE = 256;

  private final Unit unit;
  private final Function<Unit, Door> open;
  private final Semaphore free = new Semaphore(AT_ONCE);
  // Adders instead of one counter: hundreds of threads count at once, and nobody needs the exact
  // moment.
  private final LongAdder calls = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  // Read by every call without a lock; volatile, so that a door is never seen half open.
  private volatile @Nullable Door door;

  HostedFunction(Unit unit, Function<Unit, Door> open) {
    this.unit = unit;
    this.open = open;
  }

  /** Its unit. */
  public Unit unit() {
    return unit;
  }

  /** The open door; the first call opens it. */
  public Door door() {
    Door opened = door;
    return opened != null ? opened : opened();
  }

  private synchronized Door opened() {
    // In the lock again: two first calls would open two doors, each with caches and clients of its
    // own.
    Door opened = door;
    if (opened == null) {
      opened = open.apply(unit);
      door = opened;
    }
    return opened;
  }

  /** Calls it on this thread. */
  public byte[] call(byte[] event) {
    return counted(() -> door().answer(event));
  }

  /** Does one call's work on this thread, bounded and counted. */
  public <T> T counted(Supplier<T> work) {
    if (!free.tryAcquire()) {
      throw new TooManyCalls(unit.name());
    }
    long start = System.nanoTime();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      // First: counting below can't fail, but a place that is lost is lost for good.
      free.release();
      calls.increment();
      nanos.add(System.nanoTime() - start);
      if (!done) {
        failures.increment();
      }
    }
  }

  /** The longest one call may take. */
  public Duration timeout() {
    return switch (unit) {
      case Route<?, ?> _, Channel _ -> Door.HTTP_TIMEOUT;
      case NodeUnit<?> node -> node.spec().timeout();
      case Job<?, ?> job -> job.spec().timeout();
    };
  }

  /** How it has fared since the start. */
  public Metrics metrics() {
    long count = calls.sum();
    double meanMillis = count == 0 ? 0 : nanos.sum() / 1e6 / count;
    return new Metrics(count, failures.sum(), meanMillis, AT_ONCE - free.availablePermits());
  }

  /** Calls, failures, mean milliseconds of a call, and calls under way. */
  public record Metrics(long calls, long failures, double meanMillis, int underWay) {}
}
