package dev.heddle.localstack.aws.services.bus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** An event pattern: fields that must all match, each by one of its tests. */
sealed interface EventPattern {

  /** Whether what is found at this place, if anything, matches. */
  boolean matches(@Nullable JsonNode found);

  /** An object whose fields all match. */
  record Fields(Map<String, EventPattern> fields) implements EventPattern {
    @Override
    public boolean matches(@Nullable JsonNode found) {
      if (found instanceof ArrayNode array) {
        return array.valueStream().anyMatch(this::matches);
      }
      return fields.entrySet().stream()
          .allMatch(field -> field.getValue().matches(at(found, field.getKey())));
    }

    private static @Nullable JsonNode at(@Nullable JsonNode found, String name) {
      return found == null ? null : found.get(name);
    }
  }

  /** Alternatives for the object at the same place. */
  record Either(List<EventPattern> alternatives) implements EventPattern {
    @Override
    public boolean matches(@Nullable JsonNode found) {
      return alternatives.stream().anyMatch(alternative -> alternative.matches(found));
    }
  }

  /** All of several patterns for the object at the same place. */
  record All(List<EventPattern> patterns) implements EventPattern {
    @Override
    public boolean matches(@Nullable JsonNode found) {
      return patterns.stream().allMatch(pattern -> pattern.matches(found));
    }
  }

  /** A value, or one of a list of values, that passes one of the tests. */
  record Leaf(List<ValueTest> tests) implements EventPattern {
    @Override
    public boolean matches(@Nullable JsonNode found) {
      return tests.stream().anyMatch(test -> test.passes(found));
    }
  }
}
