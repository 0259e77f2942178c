package dev.heddle.localstack.aws.services;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when the test says so. */
public final class ManualClock implements InstantSource {
  private volatile Instant now;

  /** A clock that stands at this instant. */
  public ManualClock(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves it on. */
  public void advance(Duration by) {
    now = now.plus(by);
  }
}
