package dev.heddle.localstack.aws.services.bus;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** One test of a value in an event pattern. */
sealed interface ValueTest {

  /** Whether what is found, if anything, passes. */
  boolean passes(@Nullable JsonNode found);

  /** The field is there with a value, or isn't. */
  record Exists(boolean wanted) implements ValueTest {
    @Override
    public boolean passes(@Nullable JsonNode found) {
      return (found != null && !found.isObject()) == wanted;
    }
  }

  /** The value, or one of the values, is this. */
  record Equal(JsonNode value) implements ValueTest {
    @Override
    public boolean passes(@Nullable JsonNode found) {
      return any(found, this::same);
    }

    private boolean same(JsonNode found) {
      return value.isNumber() && found.isNumber()
          ? value.decimalValue().compareTo(found.decimalValue()) == 0
          : value.equals(found);
    }
  }

  /** A text, or one of the texts, is so. */
  record Text(Predicate<String> predicate) implements ValueTest {
    @Override
    public boolean passes(@Nullable JsonNode found) {
      return any(found, value -> value.isString() && predicate.test(value.asString()));
    }

    static Text ignoringCase(String wanted) {
      return new Text(wanted::equalsIgnoreCase);
    }

    static Text prefix(String prefix) {
      return new Text(text -> text.startsWith(prefix));
    }

    static Text suffix(String suffix) {
      return new Text(text -> text.endsWith(suffix));
    }

    static Text prefixIgnoringCase(String prefix) {
      String lower = prefix.toLowerCase(Locale.ROOT);
      return new Text(text -> text.toLowerCase(Locale.ROOT).startsWith(lower));
    }

    static Text suffixIgnoringCase(String suffix) {
      String lower = suffix.toLowerCase(Locale.ROOT);
      return new Text(text -> text.toLowerCase(Locale.ROOT).endsWith(lower));
    }

    static Text wildcard(WildcardPattern wildcard) {
      return new Text(wildcard::matches);
    }

    static Text cidr(CidrMatcher cidr) {
      return new Text(cidr::contains);
    }
  }

  /** A number, or one of the numbers, is so. */
  record Numeric(List<NumericComparison> comparisons) implements ValueTest {
    @Override
    public boolean passes(@Nullable JsonNode found) {
      return any(
          found,
          value ->
              value.isNumber()
                  && comparisons.stream().allMatch(c -> c.holds(value.decimalValue())));
    }
  }

  /** There is a value that passes none of these. */
  record None(List<ValueTest> tests) implements ValueTest {
    @Override
    public boolean passes(@Nullable JsonNode found) {
      return any(found, value -> tests.stream().noneMatch(test -> test.passes(value)));
    }
  }

  private static boolean any(@Nullable JsonNode found, Predicate<JsonNode> test) {
    if (found instanceof ArrayNode array) {
      return array.valueStream().anyMatch(test);
    }
    return found != null && !found.isObject() && test.test(found);
  }
}
