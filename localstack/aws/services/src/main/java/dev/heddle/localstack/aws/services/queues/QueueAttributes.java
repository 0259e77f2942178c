package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.Map;
import java.util.Set;

/** Which attributes a queue may be given, in which range, and their defaults. */
final class QueueAttributes {
  /** Largest message with its attributes, in bytes. */
  static final int MESSAGE_BYTES = 262_144;

  static final Map<String, String> DEFAULTS =
      Map.of(
          "DelaySeconds", "0",
          "MaximumMessageSize", Integer.toString(MESSAGE_BYTES),
          "MessageRetentionPeriod", "345600",
          "ReceiveMessageWaitTimeSeconds", "0",
          "VisibilityTimeout", "30",
          "SqsManagedSseEnabled", "true");

  private static final Map<String, Range> NUMBERS =
      Map.of(
          "DelaySeconds", new Range(0, 900),
          "MaximumMessageSize", new Range(1_024, MESSAGE_BYTES),
          "MessageRetentionPeriod", new Range(60, 1_209_600),
          "ReceiveMessageWaitTimeSeconds", new Range(0, 20),
          "VisibilityTimeout", new Range(0, 43_200),
          "KmsDataKeyReusePeriodSeconds", new Range(60, 86_400));

  private static final Set<String> FLAGS =
      Set.of("FifoQueue", "ContentBasedDeduplication", "SqsManagedSseEnabled");
  private static final Set<String> FIFO_ONLY =
      Set.of("FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");
  private static final Set<String> TEXTS =
      Set.of("Policy", "RedriveAllowPolicy", "KmsMasterKeyId", "FifoThroughputLimit");
  private static final int TEXT = 10_000;

  private record Range(int least, int most) {
    boolean holds(String text) {
      return text.matches("\\d{1,9}")
          && Integer.parseInt(text) >= least
          && Integer.parseInt(text) <= most;
    }
  }

  private QueueAttributes() {}

  /** Refuses attributes that a queue of this name can't have. */
  static void check(String queueName, Map<String, String> attributes) {
    boolean fifo = queueName.endsWith(".fifo");
    attributes.forEach(
        (name, value) -> {
          if (!known(name) || (!fifo && FIFO_ONLY.contains(name))) {
            throw new AwsFault("InvalidAttributeName", "Unknown Attribute " + name + ".");
          }
          if (!valid(name, value)) {
            throw new AwsFault(
                "InvalidAttributeValue", "Invalid value for the parameter " + name + ".");
          }
        });
    if (fifo && "false".equals(attributes.get("FifoQueue"))) {
      throw new AwsFault("InvalidAttributeValue", "A queue named .fifo is a FIFO queue.");
    }
  }

  private static boolean known(String name) {
    return NUMBERS.containsKey(name)
        || FLAGS.contains(name)
        || TEXTS.contains(name)
        || name.equals("RedrivePolicy")
        || name.equals("DeduplicationScope");
  }

  private static boolean valid(String name, String value) {
    Range range = NUMBERS.get(name);
    if (range != null) {
      return range.holds(value);
    }
    if (FLAGS.contains(name)) {
      return value.equals("true") || value.equals("false");
    }
    if (name.equals("RedrivePolicy")) {
      return value.isEmpty() || RedrivePolicy.parse(value).maxReceiveCount() > 0;
    }
    return name.equals("DeduplicationScope")
        ? value.equals("queue") || value.equals("messageGroup")
        : value.length() <= TEXT;
  }
}
