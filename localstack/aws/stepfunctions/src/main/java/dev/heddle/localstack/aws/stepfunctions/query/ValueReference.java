package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An expression that only names a value, such as {@code $states.input.order.id}: most expressions
 * of a machine do. Its value is found without the evaluator wherever that could give no other.
 */
final class ValueReference {
  private static final Pattern PLAIN = Pattern.compile("\\$[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
  private static final Set<String> WORDS = Set.of("and", "or", "in", "true", "false", "null");
  private static final int DEPTH = 190;

  private final List<String> steps;

  private ValueReference(List<String> steps) {
    this.steps = steps;
  }

  /** The reference that an expression is; null if it is anything more. */
  static @Nullable ValueReference of(String text) {
    if (!PLAIN.matcher(text).matches()) {
      return null;
    }
    List<String> steps = List.of(text.substring(1).split("\\."));
    return steps.stream().anyMatch(WORDS::contains) ? null : new ValueReference(steps);
  }

  /**
   * The value.
   *
   * @return null where JSONata has rules of its own: on the way through anything but objects, for
   *     nothing at all, and for numbers that it writes differently
   */
  @Nullable JsonNode find(EvaluationContext data) {
    Iterator<String> rest = steps.iterator();
    String first = rest.next();
    JsonNode at;
    if (!first.equals("states")) {
      at = data.variables().get(first);
    } else {
      at = rest.hasNext() ? StatesView.field(data, rest.next()) : null;
    }
    while (at != null && rest.hasNext()) {
      at = at instanceof ObjectNode object ? object.get(rest.next()) : null;
    }
    return at != null && plain(at, 0) ? at : null;
  }

  private static boolean plain(JsonNode value, int depth) {
    return switch (value.getNodeType()) {
      case STRING, BOOLEAN, NULL -> true;
      case NUMBER -> value.isInt() || value.isLong();
      case ARRAY, OBJECT -> {
        boolean plain = depth < DEPTH;
        Iterator<JsonNode> inner = value.iterator();
        while (plain && inner.hasNext()) {
          plain = plain(inner.next(), depth + 1);
        }
        yield plain;
      }
      case BINARY, MISSING, POJO -> false;
    };
  }
}
