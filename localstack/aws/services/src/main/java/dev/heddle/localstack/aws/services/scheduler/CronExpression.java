package dev.heddle.localstack.aws.services.scheduler;

import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * By the wall clock of a time zone: a time that the change to summer time skips is skipped, one
 * that the change back repeats happens once, the first time.
 */
record CronExpression(ExecutionTime times, ZoneId zone) implements ScheduleExpression {
  private static final int SKIPPED = 1_000;

  // cron-utils gives up after so many years, which bounds the search for a date that never comes.
  private static final int YEARS_SEARCHED = 100;
  private static final ZonedDateTime BEFORE_ALL_YEARS =
      LocalDateTime.of(1969, 12, 31, 23, 59).atZone(ZoneOffset.UTC);

  static CronExpression parse(String fields, ZoneId zone) {
    return new CronExpression(
        ExecutionTime.forCron(new CronParser(CronFields.DEFINITION).parse(fields)), zone);
  }

  /** Whether any date fits: none does 31 February. */
  boolean everFires() {
    return next(BEFORE_ALL_YEARS).isPresent();
  }

  @Override
  public Optional<Instant> from(Instant instant) {
    ZonedDateTime local = wallClock(instant).minusNanos(1);
    for (int i = 0; i < SKIPPED; i++) {
      Optional<ZonedDateTime> next = next(local);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Optional<Instant> at = inZone(next.get()).filter(found -> !found.isBefore(instant));
      if (at.isPresent()) {
        return at;
      }
      local = next.get();
    }
    return Optional.empty();
  }

  @Override
  public Optional<Instant> upTo(Instant instant) {
    ZonedDateTime local = wallClock(instant).plusNanos(1);
    for (int i = 0; i < SKIPPED; i++) {
      Optional<ZonedDateTime> last = times.lastExecution(local);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      Optional<Instant> at = inZone(last.get()).filter(found -> !found.isAfter(instant));
      if (at.isPresent()) {
        return at;
      }
      local = last.get();
    }
    return Optional.empty();
  }

  /** Three searches reach from 1969 to 2199, the last year of a cron expression. */
  private Optional<ZonedDateTime> next(ZonedDateTime local) {
    return times
        .nextExecution(local)
        .or(() -> times.nextExecution(local.plusYears(YEARS_SEARCHED)))
        .or(() -> times.nextExecution(local.plusYears(2 * YEARS_SEARCHED)));
  }

  /** The fields are matched on a calendar without jumps; the zone's jumps are applied after. */
  private ZonedDateTime wallClock(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone).atZone(ZoneOffset.UTC);
  }

  private Optional<Instant> inZone(ZonedDateTime wallClock) {
    LocalDateTime local = wallClock.toLocalDateTime();
    return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
  }
}
