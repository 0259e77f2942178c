package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DurableWork.WorkItem;
import dev.heddle.localstack.aws.services.RetryingInvoker;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Calls the targets of schedules and removes schedules that are completed by it. */
final class DeliveryWorker {
  private final ServiceDatabase database;
  private final RetryingInvoker caller;
  private final AwsAccount account;

  DeliveryWorker(ServiceDatabase database, RetryingInvoker caller, AwsAccount account) {
    this.database = database;
    this.caller = caller;
    this.account = account;
  }

  /** One attempt; answers when the next is, if there is one. */
  Optional<Instant> attempt(WorkItem item) {
    ScheduleDelivery delivery = ScheduleDelivery.parse(item.payload());
    Map<String, String> origin =
        Map.of("SCHEDULE_ARN", delivery.scheduleArn(), "SCHEDULED_TIME", delivery.at().toString());
    Optional<Instant> again =
        caller.attempt(item, delivery.target(), delivery.input(item, account), origin);
    if (again.isEmpty() && delivery.last()) {
      deleteSchedule(delivery);
    }
    return again;
  }

  private void deleteSchedule(ScheduleDelivery delivery) {
    database.write(
        sql -> {
          ScheduleTable.deleteCompleted(
              // Only as it was when it fired: one that was changed or made anew meanwhile stays.
              sql, delivery.group(), delivery.name(), delivery.modified());
          return true;
        });
  }
}
