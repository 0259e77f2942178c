package dev.heddle.functions.aws.table;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A DynamoDB expression. Attributes are written {@code #name}, so that none is taken for a reserved
 * word, and values {@code :name}.
 */
public record ItemCondition(String text, Map<String, AttributeValue> values) {
  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  /** No condition. */
  public static final ItemCondition ALWAYS = new ItemCondition("", Map.of());

  /** That there is no item yet. */
  public static final ItemCondition ABSENT = of("attribute_not_exists(#pk)");

  /** That there is an item. */
  static final ItemCondition PRESENT = of("attribute_exists(#pk)");

  public static ItemCondition of(String text) {
    return new ItemCondition(text, Map.of());
  }

  public ItemCondition with(String name, Object value) {
    Map<String, AttributeValue> more = new HashMap<>(values);
    more.put(":" + name, AttributeValues.of(value));
    return new ItemCondition(text, more);
  }

  /** The aliases used in the text. */
  static Map<String, String> names(String text) {
    return NAME.matcher(text)
        .results()
        .collect(Collectors.toMap(m -> m.group(), m -> m.group(1), (a, _) -> a));
  }
}
