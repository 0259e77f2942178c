package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.services.Account;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.DurableWork.Item;
import dev.heddle.localstack.aws.services.scheduler.ScheduleTargets.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Calls targets, again and again within their retry policy, and lays aside what never works. */
final class Delivering {
  private static final System.Logger LOG = System.getLogger(Delivering.class.getName());
  private static final int LONGEST_PAUSE = 300;

  private final Database database;
  private final ScheduleTargets targets;
  private final Account account;
  private final InstantSource clock;

  Delivering(Database database, ScheduleTargets targets, Account account, InstantSource clock) {
    this.database = database;
    this.targets = targets;
    this.account = account;
    this.clock = clock;
  }

  /** One attempt; answers when the next is, if there is one. */
  Optional<Instant> attempt(Item item) {
    Delivery delivery = Delivery.parse(item.payload());
    Optional<Exception> failure = call(delivery, item);
    Instant again = clock.instant().plus(pause(item.attempt()));
    if (failure.isPresent() && mayRetry(delivery, item, again)) {
      return Optional.of(again);
    }
    failure.ifPresent(cause -> giveUp(delivery, item, cause));
    if (delivery.last()) {
      deleteSchedule(delivery);
    }
    return Optional.empty();
  }

  private Optional<Exception> call(Delivery delivery, Item item) {
    Target target = delivery.target();
    String input = delivery.input(item, account);
    try {
      targets.call(new Call(target.arn(), item.id(), input, target.messageGroup(), Map.of()));
      return Optional.empty();
    } catch (Exception e) { // the door to the target: whatever fails is an attempt that failed
      return Optional.of(e);
    }
  }

  private static boolean mayRetry(Delivery delivery, Item item, Instant again) {
    Target target = delivery.target();
    Duration age = Duration.between(item.accepted(), again);
    return item.attempt() <= target.retries() && age.compareTo(target.maxAge()) <= 0;
  }

  /** One second, two, four and so on, at most five minutes. */
  private static Duration pause(int attempt) {
    return Duration.ofSeconds(Math.min(LONGEST_PAUSE, 1L << Math.min(attempt - 1, 20)));
  }

  private void giveUp(Delivery delivery, Item item, Exception cause) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Schedule {0} gave up calling {1} after {2} attempts: {3}",
        delivery.scheduleArn(),
        delivery.target().arn(),
        item.attempt(),
        cause);
    delivery.target().deadLetters().ifPresent(queue -> layAside(queue, delivery, item, cause));
  }

  private void layAside(String queue, Delivery delivery, Item item, Exception cause) {
    Map<String, String> attributes =
        Map.of(
            "SCHEDULE_ARN", delivery.scheduleArn(),
            "TARGET_ARN", delivery.target().arn(),
            "SCHEDULED_TIME", delivery.at().toString(),
            "EXECUTION_ID", item.id(),
            "RETRY_ATTEMPTS", Integer.toString(item.attempt() - 1),
            "ERROR_CODE", cause.getClass().getSimpleName(),
            "ERROR_MESSAGE", String.valueOf(cause.getMessage()));
    try {
      String input = delivery.input(item, account);
      targets.call(new Call(queue, item.id(), input, delivery.target().messageGroup(), attributes));
    } catch (Exception e) { // the same door; there is nowhere left to lay it
      LOG.log(System.Logger.Level.WARNING, "The dead letter could not be sent to " + queue, e);
    }
  }

  private void deleteSchedule(Delivery delivery) {
    database.write(
        sql -> {
          ScheduleTable.deleteCompleted(
              sql, delivery.group(), delivery.name(), delivery.modified());
          return true;
        });
  }
}
