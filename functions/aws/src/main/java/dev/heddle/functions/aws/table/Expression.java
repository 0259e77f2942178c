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
public record Expression(String text, Map<String, AttributeValue> values) {
  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  /** No condition. */
  public static final Expression ALWAYS = new Expression("", Map.of());

  /** That there is no item yet. */
  public static final Expression ABSENT = of("attribute_not_exists(#pk)");

  /** That there is an item. */
  static final Expression PRESENT = of("attribute_exists(#pk)");

  public static Expression of(String text) {
    return new Expression(text, Map.of());
  }

  public Expression with(String name, Object value) {
    Map<String, AttributeValue> more = new HashMap<>(values);
    more.put(":" + name, Values.of(value));
    return new Expression(text, more);
  }

  /** The aliases used in the text. */
  static Map<String, String> names(String text) {
    return NAME.matcher(text)
        .results()
        .collect(Collectors.toMap(m -> m.group(), m -> m.group(1), (a, _) -> a));
  }
}
