package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.services.RequestInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a receiver asked to see of each message. */
record MessageView(List<String> system, List<String> attributes) {

  static MessageView read(RequestInput input) {
    List<String> system = new ArrayList<>(input.textList("AttributeNames"));
    system.addAll(input.textList("MessageSystemAttributeNames"));
    return new MessageView(system, input.textList("MessageAttributeNames"));
  }

  Map<String, Object> of(SqsMessage message) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("MessageId", message.id());
    view.put(
        "ReceiptHandle",
        new ReceiptHandle(message.number(), Objects.requireNonNull(message.receipt())).handle());
    view.put("MD5OfBody", MessageChecksums.md5(message.body()));
    view.put("Body", message.body());
    Map<String, String> shown = systemAttributes(message);
    if (!shown.isEmpty()) {
      view.put("Attributes", shown);
    }
    MessageAttributes own = message.attributes().only(attributes);
    if (!own.values().isEmpty()) {
      view.put("MessageAttributes", own.json());
      view.put("MD5OfMessageAttributes", MessageChecksums.md5(own));
    }
    return view;
  }

  private Map<String, String> systemAttributes(SqsMessage message) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("SenderId", "local");
    all.put("SentTimestamp", Long.toString(message.sent()));
    all.put("ApproximateReceiveCount", Integer.toString(message.receives()));
    all.put("ApproximateFirstReceiveTimestamp", Long.toString(message.firstReceived()));
    message.sequence().ifPresent(sequence -> all.put("SequenceNumber", sequence));
    put(all, "MessageGroupId", message.group());
    put(all, "MessageDeduplicationId", message.deduplication());
    put(all, "DeadLetterQueueSourceArn", message.deadLetterSource());
    message.system().values().forEach((name, value) -> all.put(name, value.text()));
    if (!system.contains("All")) {
      all.keySet().retainAll(system);
    }
    return all;
  }

  private static void put(Map<String, String> all, String name, @Nullable String value) {
    if (value != null) {
      all.put(name, value);
    }
  }
}
