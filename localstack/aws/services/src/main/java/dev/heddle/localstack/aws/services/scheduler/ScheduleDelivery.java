package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.DurableWork.WorkItem;
import dev.heddle.localstack.aws.services.RequestInput;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A target that is to be called for a schedule.
 *
 * @param at the time that the schedule was due for
 * @param modified which state of the schedule it comes from
 * @param last whether the schedule goes when the call is over
 */
record ScheduleDelivery(
    String group,
    String name,
    String scheduleArn,
    Instant at,
    Instant modified,
    boolean last,
    DeliveryTarget target) {

  static ScheduleDelivery parse(byte[] stored) {
    RequestInput input = RequestInput.of(stored, "ValidationException");
    return new ScheduleDelivery(
        input.required("group"),
        input.required("name"),
        input.required("arn"),
        Instant.parse(input.required("at")),
        Instant.parse(input.required("modified")),
        input.flag("last"),
        DeliveryTarget.read(input.object("target").orElseThrow()));
  }

  byte[] stored() {
    ObjectNode json = DeliveryTarget.node();
    json.put("group", group);
    json.put("name", name);
    json.put("arn", scheduleArn);
    json.put("at", at.toString());
    json.put("modified", modified.toString());
    json.put("last", last);
    json.set("target", target.json());
    return JsonProtocol.JSON.writeValueAsBytes(json);
  }

  /** The target's input with its context attributes filled in, or the service's own event. */
  String input(WorkItem item, AwsAccount account) {
    return target
        .input()
        .map(text -> filledIn(text, item))
        .orElseGet(() -> event(item, account).toString());
  }

  private String filledIn(String text, WorkItem item) {
    return text.replace("<aws.scheduler.schedule-arn>", scheduleArn)
        .replace("<aws.scheduler.scheduled-time>", at.toString())
        .replace("<aws.scheduler.execution-id>", item.id())
        .replace("<aws.scheduler.attempt-number>", Integer.toString(item.attempt()));
  }

  private ObjectNode event(WorkItem item, AwsAccount account) {
    ObjectNode event = DeliveryTarget.node();
    event.put("version", "0");
    event.put("id", item.id());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.scheduler");
    event.put("account", account.id());
    event.put("time", at.toString());
    event.put("region", account.region());
    event.putArray("resources").add(scheduleArn);
    event.put("detail", "{}");
    return event;
  }
}
