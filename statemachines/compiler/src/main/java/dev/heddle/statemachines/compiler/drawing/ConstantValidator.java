package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Shape.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks constants of a config against their shape. */
final class ConstantValidator {
  private final Diagnostics problems;

  ConstantValidator(Diagnostics problems) {
    this.problems = problems;
  }

  /** The constant, whose deviations from the shape are reported. */
  DynamicValue checked(Shape shape, JsonNode json, SourceLocation place) {
    switch (shape) {
      case Shape.Text text -> text(text, json, place);
      case Shape.Number number -> number(number, json, place);
      case Shape.Flag _ -> require(json.isBoolean(), "true or false", place);
      case Shape.Choice choice -> choice(choice, json, place);
      case Shape.ListOf _ -> require(json.isArray(), "a list", place);
      case Shape.MapOf _, Shape.Fields _, Shape.Union _ ->
          require(json.isObject(), "an object", place);
      case Shape.Any _ -> {}
    }
    return new DynamicValue.Literal(json);
  }

  private boolean require(boolean holds, String expected, SourceLocation place) {
    if (!holds) {
      problems.error("wrong-type", place, "Expected " + expected, "");
    }
    return holds;
  }

  private void text(Shape.Text shape, JsonNode json, SourceLocation place) {
    if (shape.format() == Format.CONDITION || shape.format() == Format.EXPRESSION) {
      braced(shape, json, place);
      return;
    }
    if (require(json.isString(), "text", place)) {
      String text = json.stringValue();
      size(text.length(), shape.min(), shape.max(), "characters", place);
      if (shape.pattern() != null && !Pattern.matches(shape.pattern(), text)) {
        problems.error("wrong-format", place, "The text doesn't match the required format", "");
      }
      FormatValidator.fault(shape.format(), text)
          .ifPresent(fault -> problems.error("wrong-format", place, fault, ""));
    }
  }

  private void braced(Shape.Text shape, JsonNode json, SourceLocation place) {
    boolean word = shape.format() == Format.CONDITION && json.isBoolean();
    if (!word) {
      String hint = "Write it as {% … %}, such as {% $trigger.amount > 100 %}.";
      problems.error("expression-expected", place, "Expected an expression", hint);
    }
  }

  private void number(Shape.Number shape, JsonNode json, SourceLocation place) {
    if (!require(json.isNumber(), "a number", place)) {
      return;
    }
    double number = json.asDouble(Double.POSITIVE_INFINITY);
    if (shape.integer() && number != Math.rint(number)) {
      problems.error("wrong-type", place, "Expected a whole number", "");
    }
    if (number < shape.min() || number > shape.max()) {
      String bounds = plain(shape.min()) + " and " + plain(shape.max());
      problems.error("out-of-bounds", place, "The number must be between " + bounds, "");
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private void choice(Shape.Choice shape, JsonNode json, SourceLocation place) {
    List<String> words = shape.options().stream().map(Shape.Choice.Option::value).toList();
    if (require(json.isString(), "one of " + String.join(", ", words), place)
        && !words.contains(json.stringValue())) {
      String message = "\"" + json.stringValue() + "\" isn't allowed here";
      problems.error("unknown-word", place, message, SpellingHints.hint(json.stringValue(), words));
    }
  }

  /** Reports a size out of its bounds. */
  void size(int size, int min, int max, String what, SourceLocation place) {
    if (size < min) {
      String message = "Expected at least " + min + " " + what + ", not " + size;
      problems.error("out-of-bounds", place, message, "");
    } else if (size > max) {
      String message = "Expected at most " + max + " " + what + ", not " + size;
      problems.error("out-of-bounds", place, message, "");
    }
  }

  /** The variant that the discriminator names; null, and a problem, when it names none. */
  Shape.Union.@Nullable Variant variant(Shape.Union shape, ObjectNode json, SourceLocation place) {
    JsonNode word = json.get(shape.discriminator());
    if (word != null && word.isString() && shape.variants().containsKey(word.stringValue())) {
      return shape.variants().get(word.stringValue());
    }
    boolean named = word != null && word.isString();
    problems.error(
        named ? "unknown-word" : "missing-field",
        place.field(shape.discriminator()),
        named ? word + " isn't allowed here" : "The kind is required",
        SpellingHints.hint(named ? word.stringValue() : "", shape.variants().keySet()));
    return null;
  }

  /** Reports the fields that the shape doesn't have. */
  void refuseUnknown(Shape.Fields shape, ObjectNode object, String also, SourceLocation place) {
    List<String> known = new ArrayList<>(shape.fields().stream().map(Shape.Field::name).toList());
    for (String name : object.propertyNames()) {
      if (!problems.isFull() && !known.contains(name) && !name.equals(also)) {
        String message = "Unknown field \"" + name + "\"";
        problems.error(
            "unknown-field", place.field(name), message, SpellingHints.hint(name, known));
      }
    }
  }
}
