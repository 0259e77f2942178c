package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Turns schedules that are due into deliveries. What was missed while nothing ran is delivered
 * once, for the latest of the missed times, unless that is older than the target's event age.
 */
final class ScheduleDispatcher {
  private static final System.Logger LOG = System.getLogger(ScheduleDispatcher.class.getName());

  private final ServiceDatabase database;
  private final DurableWork work;
  private final AwsAccount account;
  private final InstantSource clock;

  ScheduleDispatcher(
      ServiceDatabase database, DurableWork work, AwsAccount account, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.account = account;
    this.clock = clock;
  }

  /** When to fire for a time: at it, or somewhere in the flexible window after it. */
  long fireTime(ScheduleDefinition definition, Instant at) {
    return at.toEpochMilli()
        + definition
            .window()
            // Chosen once and stored: drawn again at each look, it would nearly always be early.
            .map(window -> ThreadLocalRandom.current().nextLong(window.toMillis()))
            .orElse(0L);
  }

  /** Fires all that is due. */
  void fire() {
    try {
      // A read five times a second; a write each time would cost an fsync for nothing.
      if (database.read(sql -> ScheduleTable.anyDue(sql, clock.millis()))) {
        database.write(this::fireDue);
        work.wake();
      }
    } catch (RuntimeException e) { // the timer would never call again
      LOG.log(System.Logger.Level.ERROR, "Schedules cannot be read", e);
    }
  }

  private int fireDue(SqlConnection sql) throws SQLException {
    Instant now = clock.instant();
    // Read in the write: a schedule changed or deleted since the look above must not fire.
    List<Schedule> due = ScheduleTable.due(sql, now.toEpochMilli());
    for (Schedule schedule : due) {
      try {
        fire(sql, schedule, now);
      } catch (DateTimeException | AwsFault e) { // one without a next time must not stop the others
        LOG.log(System.Logger.Level.ERROR, "Schedule " + schedule.key() + " has no next time", e);
        ScheduleTable.moveOn(sql, schedule, Schedule.NEVER, Schedule.NEVER);
      }
    }
    return due.size();
  }

  private void fire(SqlConnection sql, Schedule schedule, Instant now) throws SQLException {
    ScheduleDefinition definition = schedule.definition();
    Instant at = latest(schedule, now);
    Optional<Instant> next = definition.next(schedule.anchor(), at.plusMillis(1));
    // In the same write as the delivery: apart, a crash between them would fire twice or not at
    // all.
    ScheduleTable.moveOn(
        sql,
        schedule,
        next.map(Instant::toEpochMilli).orElse(Schedule.NEVER),
        next.map(following -> fireTime(definition, following)).orElse(Schedule.NEVER));
    if (Duration.between(at, now).compareTo(definition.target().maxAge()) <= 0) {
      deliver(sql, schedule, at, next.isEmpty() && definition.deletedAfterwards());
    } else if (next.isEmpty() && definition.deletedAfterwards()) {
      ScheduleTable.delete(sql, schedule.group(), schedule.name());
    }
  }

  /** The latest time whose window is over, and at least the one it is due for. */
  private static Instant latest(Schedule schedule, Instant now) {
    ScheduleDefinition definition = schedule.definition();
    Instant due = Instant.ofEpochMilli(schedule.next());
    return definition
        .recurrence(schedule.anchor())
        .upTo(earlier(now.minus(definition.window().orElse(Duration.ZERO)), definition.end()))
        .filter(due::isBefore)
        .orElse(due);
  }

  private static Instant earlier(Instant instant, Optional<Instant> end) {
    return end.filter(instant::isAfter).orElse(instant);
  }

  private void deliver(SqlConnection sql, Schedule schedule, Instant at, boolean last)
      throws SQLException {
    String arn = account.arn("scheduler", "schedule/" + schedule.key());
    ScheduleDelivery delivery =
        new ScheduleDelivery(
            schedule.group(),
            schedule.name(),
            arn,
            at,
            schedule.modified(),
            last,
            schedule.definition().target());
    work.add(sql, UUID.randomUUID().toString(), arn, delivery.stored());
  }
}
