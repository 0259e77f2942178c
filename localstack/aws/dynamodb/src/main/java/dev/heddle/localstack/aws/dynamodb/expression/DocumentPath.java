package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a value is in an item: an attribute's name, then names and list positions. */
public record DocumentPath(List<Step> steps) {

  /** One step of a path. */
  public sealed interface Step {}

  /** Into a map, or to the attribute. */
  public record Name(String name) implements Step {}

  /** Into a list, from 0. */
  public record Index(int index) implements Step {}

  /** The attribute it begins with. */
  public String attribute() {
    return switch (steps.getFirst()) {
      case Name(String name) -> name;
      case Index ignored -> throw new IllegalStateException("A path begins with a name");
    };
  }

  /** Whether it leads into an attribute. */
  public boolean nested() {
    return steps.size() > 1;
  }

  /** The value there, or null. */
  public @Nullable AttributeValue in(DynamoDbItem item) {
    AttributeValue value = item.get(attribute());
    for (Step step : steps.subList(1, steps.size())) {
      value = value == null ? null : child(value, step);
    }
    return value;
  }

  static @Nullable AttributeValue child(AttributeValue parent, Step step) {
    return switch (step) {
      case Name(String name) when parent instanceof AttributeValue.M map -> map.values().get(name);
      case Index(int index) when parent instanceof AttributeValue.L list ->
          index < list.values().size() ? list.values().get(index) : null;
      case Name ignored -> null;
      case Index ignored -> null;
    };
  }

  /** As the service's messages write it: {@code [a, b, [0]]}. */
  @Override
  public String toString() {
    return steps.stream().map(DocumentPath::shown).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String shown(Step step) {
    return switch (step) {
      case Name(String name) -> name;
      case Index(int index) -> "[" + index + "]";
    };
  }
}
