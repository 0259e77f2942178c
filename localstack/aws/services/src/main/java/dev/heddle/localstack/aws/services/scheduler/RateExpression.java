package dev.heddle.localstack.aws.services.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Every period, the first time at the anchor. */
record RateExpression(Duration period, Instant anchor) implements ScheduleExpression {

  @Override
  public Optional<Instant> from(Instant instant) {
    return Optional.of(nth(-Math.floorDiv(-millisSinceAnchor(instant), period.toMillis())));
  }

  @Override
  public Optional<Instant> upTo(Instant instant) {
    return instant.isBefore(anchor)
        ? Optional.empty()
        : Optional.of(nth(Math.floorDiv(millisSinceAnchor(instant), period.toMillis())));
  }

  private long millisSinceAnchor(Instant instant) {
    return instant.toEpochMilli() - anchor.toEpochMilli();
  }

  private Instant nth(long n) {
    return anchor.plus(period.multipliedBy(Math.max(0, n)));
  }
}
