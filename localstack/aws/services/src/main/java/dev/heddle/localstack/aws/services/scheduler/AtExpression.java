package dev.heddle.localstack.aws.services.scheduler;

import java.time.Instant;
import java.util.Optional;

/** Once. */
record AtExpression(Instant once) implements ScheduleExpression {

  @Override
  public Optional<Instant> from(Instant instant) {
    return once.isBefore(instant) ? Optional.empty() : Optional.of(once);
  }

  @Override
  public Optional<Instant> upTo(Instant instant) {
    return once.isAfter(instant) ? Optional.empty() : Optional.of(once);
  }
}
