package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueReader;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names and values a request gives its expressions, and which of them were used. */
public final class ExpressionPlaceholders {
  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";
  private static final Pattern NAME = Pattern.compile("#[0-9a-zA-Z_]+");
  private static final Pattern VALUE = Pattern.compile(":[0-9a-zA-Z_]+");

  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private final Set<String> unusedNames;
  private final Set<String> unusedValues;

  private ExpressionPlaceholders(Map<String, String> names, Map<String, AttributeValue> values) {
    this.names = names;
    this.values = values;
    this.unusedNames = new LinkedHashSet<>(names.keySet());
    this.unusedValues = new LinkedHashSet<>(values.keySet());
  }

  /**
   * Reads them from a request.
   *
   * @param withValues the request's members whose expressions may use values
   * @param withNames the other members whose expressions may use names
   */
  public static ExpressionPlaceholders of(
      InputStructure input, List<String> withValues, List<String> withNames) {
    boolean valuesUsable = withValues.stream().anyMatch(input::has);
    if (input.has(NAMES) && !valuesUsable && withNames.stream().noneMatch(input::has)) {
      throw DynamoDbFaults.validation(NAMES + " can only be specified when using expressions");
    }
    if (input.has(VALUES) && !valuesUsable && !withValues.isEmpty()) {
      throw DynamoDbFaults.validation(
          VALUES
              + " can only be specified when using expressions: "
              + String.join(" and ", withValues)
              + (withValues.size() > 1 ? " are null" : " is null"));
    }
    return new ExpressionPlaceholders(names(input), values(input));
  }

  /** The attribute name, or null if it isn't defined. */
  @Nullable String name(String reference) {
    unusedNames.remove(reference);
    return names.get(reference);
  }

  /** The value, or null if it isn't defined. */
  @Nullable AttributeValue value(String reference) {
    unusedValues.remove(reference);
    return values.get(reference);
  }

  /** Refuses the request if something was given and not used. */
  public void refuseUnused() {
    refuseUnused(NAMES, unusedNames);
    refuseUnused(VALUES, unusedValues);
  }

  private static void refuseUnused(String member, Set<String> unused) {
    if (!unused.isEmpty()) {
      throw DynamoDbFaults.validation(
          "Value provided in "
              + member
              + " unused in expressions: keys: {"
              + String.join(", ", unused)
              + "}");
    }
  }

  private static Map<String, String> names(InputStructure input) {
    Map<String, String> names = input.textMap(NAMES);
    if (names == null) {
      return Map.of();
    }
    checkKeys(NAMES, names.keySet(), NAME);
    return names;
  }

  private static Map<String, AttributeValue> values(InputStructure input) {
    Map<String, InputStructure> given = input.objectMap(VALUES);
    if (given == null) {
      return Map.of();
    }
    checkKeys(VALUES, given.keySet(), VALUE);
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    given.forEach((key, value) -> values.put(key, value(key, value)));
    return values;
  }

  private static AttributeValue value(String key, InputStructure value) {
    try {
      return AttributeValueReader.value(value);
    } catch (AwsFault fault) {
      if (!fault.code().equals("ValidationException")) {
        throw fault;
      }
      throw DynamoDbFaults.validation(
          VALUES + " contains invalid value: " + fault.message() + " for key " + key);
    }
  }

  private static void checkKeys(String member, Set<String> keys, Pattern form) {
    if (keys.isEmpty()) {
      throw DynamoDbFaults.validation(member + " must not be empty");
    }
    for (String key : keys) {
      if (!form.matcher(key).matches()) {
        throw DynamoDbFaults.validation(
            member + " contains invalid key: Syntax error; key: \"" + key + "\"");
      }
    }
  }
}
