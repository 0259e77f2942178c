package dev.heddle.localstack.aws.services.queues;

import java.util.Map;
import java.util.Optional;

/**
 * A queue and its settings.
 *
 * @param created epoch seconds
 * @param modified epoch seconds
 */
record SqsQueue(
    long id,
    String name,
    Map<String, String> attributes,
    Map<String, String> tags,
    long created,
    long modified) {

  boolean fifo() {
    return name.endsWith(".fifo");
  }

  int number(String attribute) {
    return Integer.parseInt(attribute(attribute));
  }

  boolean is(String attribute) {
    return "true".equals(attributes.get(attribute));
  }

  /** The value set or, for those that have one, the default. */
  String attribute(String name) {
    return attributes.getOrDefault(name, QueueAttributes.DEFAULTS.getOrDefault(name, ""));
  }

  Optional<RedrivePolicy> redrive() {
    return Optional.ofNullable(attributes.get("RedrivePolicy"))
        .filter(text -> !text.isEmpty())
        .map(RedrivePolicy::parse);
  }

  SqsQueue with(Map<String, String> newAttributes, Map<String, String> newTags, long now) {
    return new SqsQueue(id, name, newAttributes, newTags, created, now);
  }
}
