package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.services.Account;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.DurableWork.Item;
import dev.heddle.localstack.aws.services.TargetCaller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Calls the targets of schedules and removes schedules that are completed by it. */
final class Delivering {
  private final Database database;
  private final TargetCaller caller;
  private final Account account;

  Delivering(Database database, TargetCaller caller, Account account) {
    this.database = database;
    this.caller = caller;
    this.account = account;
  }

  /** One attempt; answers when the next is, if there is one. */
  Optional<Instant> attempt(Item item) {
    Delivery delivery = Delivery.parse(item.payload());
    Map<String, String> origin =
        Map.of("SCHEDULE_ARN", delivery.scheduleArn(), "SCHEDULED_TIME", delivery.at().toString());
    Optional<Instant> again =
        caller.attempt(item, delivery.target(), delivery.input(item, account), origin);
    if (again.isEmpty() && delivery.last()) {
      deleteSchedule(delivery);
    }
    return again;
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
