package dev.heddle.functions.spec;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands at the real time of its making, and moves when told to. */
public final class MovableClock implements InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves on. */
  public void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
