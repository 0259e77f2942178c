package dev.heddle.localstack.aws.services.scheduler;

import java.time.Instant;
import java.util.Optional;

/** When a schedule is due: {@code rate(…)}, {@code cron(…)} or {@code at(…)}. */
sealed interface ScheduleExpression permits AtExpression, RateExpression, CronExpression {

  /** The first time at or after the instant. */
  Optional<Instant> from(Instant instant);

  /** The last time at or before the instant. */
  Optional<Instant> upTo(Instant instant);
}
