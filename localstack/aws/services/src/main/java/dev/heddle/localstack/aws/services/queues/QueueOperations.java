package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.services.RequestInput;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Creates, finds, changes and deletes queues. */
final class QueueOperations {
  private static final int TAGS = 50;

  private final QueueTable queues;
  private final MessageTable messages;
  private final QueueNames names;
  private final InstantSource clock;

  QueueOperations(QueueTable queues, MessageTable messages, QueueNames names, InstantSource clock) {
    this.queues = queues;
    this.messages = messages;
    this.names = names;
    this.clock = clock;
  }

  Object create(RequestInput input, AwsRequest request) {
    String name = QueueNames.checked(input.required("QueueName"));
    Map<String, String> attributes = input.texts("Attributes");
    QueueAttributes.check(name, attributes);
    checkKind(name, attributes);
    checkDeadLetters(name, attributes);
    SqsQueue queue = queues.create(name, attributes, checkedTags(input.texts("tags")), seconds());
    if (attributes.entrySet().stream()
        .anyMatch(e -> !e.getValue().equals(queue.attribute(e.getKey())))) {
      throw new AwsFault(
          "QueueNameExists",
          "A queue already exists with the same name and a different value for an attribute");
    }
    return Map.of("QueueUrl", names.url(request, name));
  }

  Object delete(RequestInput input) {
    queues.delete(queue(input));
    return Map.of();
  }

  Object url(RequestInput input, AwsRequest request) {
    return Map.of("QueueUrl", names.url(request, queues.get(input.required("QueueName")).name()));
  }

  Object list(RequestInput input, AwsRequest request) {
    String prefix = input.text("QueueNamePrefix").orElse("");
    List<String> found =
        queues.all().stream().map(SqsQueue::name).filter(name -> name.startsWith(prefix)).toList();
    return page(input, "QueueUrls", found, request);
  }

  Object listSources(RequestInput input, AwsRequest request) {
    String target = queue(input).name();
    List<String> found = sources(target).stream().map(SqsQueue::name).toList();
    return page(input, "queueUrls", found, request);
  }

  /** The queues whose dead letters go to this one. */
  List<SqsQueue> sources(String deadLetterQueue) {
    return queues.all().stream()
        .filter(
            q -> q.redrive().filter(r -> r.deadLetterQueue().equals(deadLetterQueue)).isPresent())
        .toList();
  }

  Object attributes(RequestInput input) {
    SqsQueue queue = queue(input);
    List<String> asked = input.textList("AttributeNames");
    Map<String, String> all = new HashMap<>(QueueAttributes.DEFAULTS);
    all.putAll(queue.attributes());
    all.values().removeIf(String::isEmpty);
    all.put("QueueArn", names.arn(queue.name()));
    all.put("CreatedTimestamp", Long.toString(queue.created()));
    all.put("LastModifiedTimestamp", Long.toString(queue.modified()));
    all.putAll(messages.counts(queue, clock.millis()));
    if (!asked.contains("All")) {
      all.keySet().retainAll(asked);
    }
    return Map.of("Attributes", all);
  }

  Object setAttributes(RequestInput input) {
    Map<String, String> changes = input.texts("Attributes");
    String name = queue(input).name();
    QueueAttributes.check(name, changes);
    checkDeadLetters(name, changes);
    queues.change(
        name,
        queue -> {
          Map<String, String> merged = new HashMap<>(queue.attributes());
          merged.putAll(changes);
          return queue.with(merged, queue.tags(), seconds());
        });
    return Map.of();
  }

  Object tags(RequestInput input) {
    return Map.of("Tags", queue(input).tags());
  }

  Object tag(RequestInput input) {
    return retag(input, tags -> tags.putAll(input.texts("Tags")));
  }

  Object untag(RequestInput input) {
    return retag(input, tags -> tags.keySet().removeAll(input.textList("TagKeys")));
  }

  Object purge(RequestInput input) {
    messages.purge(queue(input));
    return Map.of();
  }

  SqsQueue queue(RequestInput input) {
    return queues.get(QueueNames.of(input.required("QueueUrl")));
  }

  private Object retag(RequestInput input, Consumer<Map<String, String>> change) {
    queues.change(
        queue(input).name(),
        queue -> {
          Map<String, String> tags = new HashMap<>(queue.tags());
          change.accept(tags);
          return queue.with(queue.attributes(), checkedTags(tags), queue.modified());
        });
    return Map.of();
  }

  private Object page(RequestInput input, String member, List<String> found, AwsRequest request) {
    int most = input.integer("MaxResults", 1, 1_000).orElse(1_000);
    String after = input.text("NextToken").orElse("");
    List<String> rest = found.stream().filter(name -> name.compareTo(after) > 0).toList();
    List<String> page = rest.stream().limit(most).toList();
    Map<String, Object> answer = new HashMap<>();
    answer.put(member, page.stream().map(name -> names.url(request, name)).toList());
    if (rest.size() > most) {
      answer.put("NextToken", page.getLast());
    }
    return answer;
  }

  private long seconds() {
    return clock.millis() / 1_000;
  }

  private static void checkKind(String name, Map<String, String> attributes) {
    if (name.endsWith(".fifo") && !"true".equals(attributes.get("FifoQueue"))) {
      throw new AwsFault(
          "InvalidParameterValue", "The name ends in .fifo, so FifoQueue must be true.");
    }
  }

  private void checkDeadLetters(String name, Map<String, String> attributes) {
    String policy = attributes.getOrDefault("RedrivePolicy", "");
    if (policy.isEmpty()) {
      return;
    }
    String target = RedrivePolicy.parse(policy).deadLetterQueue();
    if (queues.find(target).isEmpty() || target.endsWith(".fifo") != name.endsWith(".fifo")) {
      throw new AwsFault(
          "InvalidParameterValue",
          "Value for parameter RedrivePolicy is invalid. Reason: Dead letter target does not"
              + " exist or is not of the same type (FIFO or standard).");
    }
  }

  private static Map<String, String> checkedTags(Map<String, String> tags) {
    if (tags.size() > TAGS) {
      throw new AwsFault("InvalidParameterValue", "A queue has at most " + TAGS + " tags.");
    }
    return tags;
  }
}
