package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataLiterals;
import dev.heddle.statemachines.language.expression.JsonataParser;
import dev.heddle.statemachines.language.expression.ParsedExpression;
import dev.heddle.statemachines.language.expression.ResultCoercion;
import dev.heddle.statemachines.language.expression.TextTemplate;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Shape.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settles a node's config by its type's shape: constants checked, expressions parsed. */
final class ConfigReader {
  private final Diagnostics problems;
  private final ConstantValidator constants;
  private final List<ConfigExpression> expressions = new ArrayList<>();

  ConfigReader(Diagnostics problems) {
    this.problems = problems;
    this.constants = new ConstantValidator(problems);
  }

  /** The expressions found, in their order. */
  List<ConfigExpression> expressions() {
    return List.copyOf(expressions);
  }

  /** An object with known fields; {@code also} are names that the caller reads itself. */
  DynamicValue.Fields fields(
      Shape.Fields shape, ObjectNode object, String also, SourceLocation place) {
    Map<String, DynamicValue> values = new LinkedHashMap<>();
    for (Shape.Field field : shape.fields()) {
      JsonNode value = object.get(field.name());
      boolean absent = value == null || value.isNull() && !(field.shape() instanceof Shape.Any);
      JsonNode settled = absent ? field.fallback() : value;
      if (settled != null) {
        values.put(
            field.name(),
            value(field.shape(), settled, field.dynamic(), inside(place, field.name())));
      } else if (field.required()) {
        String message = "\"" + field.title() + "\" is required";
        problems.error("missing-field", inside(place, field.name()), message, field.hint());
      }
    }
    constants.refuseUnknown(shape, object, also, place);
    return new DynamicValue.Fields(values);
  }

  private static SourceLocation inside(SourceLocation place, String field) {
    return place.field(field);
  }

  private DynamicValue value(Shape shape, JsonNode json, boolean dynamic, SourceLocation place) {
    if (json.isString() && JsonataLiterals.isCode(json.stringValue())) {
      return expression(shape, json, dynamic, place);
    }
    return switch (shape) {
      case Shape.Text text -> text(text, json, dynamic, place);
      case Shape.Any _ -> dynamic ? any(json, place) : new DynamicValue.Literal(json);
      case Shape.ListOf list when json.isArray() -> list(list, json, dynamic, place);
      case Shape.MapOf map when json instanceof ObjectNode object ->
          map(map, object, dynamic, place);
      case Shape.Fields fields when json instanceof ObjectNode object ->
          fields(fields, object, "", place);
      case Shape.Union union when json instanceof ObjectNode object -> union(union, object, place);
      case Shape.Number _, Shape.Flag _, Shape.Choice _ -> constants.checked(shape, json, place);
      case Shape.ListOf _, Shape.MapOf _ -> constants.checked(shape, json, place);
      case Shape.Fields _, Shape.Union _ -> constants.checked(shape, json, place);
    };
  }

  private DynamicValue expression(
      Shape shape, JsonNode json, boolean dynamic, SourceLocation place) {
    boolean condition = isFormat(shape, Format.CONDITION);
    if (!dynamic && !condition && !isFormat(shape, Format.EXPRESSION)) {
      String hint = "Enter a fixed value.";
      problems.error(
          "expression-not-allowed", place, "This field doesn't support expressions", hint);
      return new DynamicValue.Literal(json);
    }
    String text = json.stringValue();
    ParsedExpression parsedExpression = JsonataParser.parseBetween(text, 2, text.length() - 2);
    expressions.add(new ConfigExpression(place, parsedExpression));
    return condition
        ? ResultCoercion.condition(parsedExpression)
        : ResultCoercion.value(parsedExpression);
  }

  private static boolean isFormat(Shape shape, Format format) {
    return shape instanceof Shape.Text text && text.format() == format;
  }

  private DynamicValue text(
      Shape.Text shape, JsonNode json, boolean dynamic, SourceLocation place) {
    boolean template = dynamic && json.isString() && TextTemplate.isTemplate(json.stringValue());
    return template ? template(json.stringValue(), place) : constants.checked(shape, json, place);
  }

  private DynamicValue template(String text, SourceLocation place) {
    TextTemplate template = TextTemplate.parse(text);
    for (TextTemplate.Part part : template.parts()) {
      if (part instanceof TextTemplate.Placeholder hole) {
        expressions.add(new ConfigExpression(place, hole.parsed()));
        refuseOpen(hole, place);
      }
    }
    return template.code();
  }

  private void refuseOpen(TextTemplate.Placeholder hole, SourceLocation place) {
    if (hole.parsed().sound() && !hole.closed()) {
      int column = hole.parsed().end() + 1;
      String hint = "Close the expression with \"}}\".";
      problems.error(
          "expression-syntax", place, column, "Expected \"}}\" after the expression", hint);
    }
  }

  /** Any JSON, in whose strings expressions and templates may stand. */
  private DynamicValue any(JsonNode json, SourceLocation place) {
    if (json.isString()) {
      Shape.Text text = Shape.Text.of(Format.PLAIN, 0, Integer.MAX_VALUE);
      return value(text, json, true, place);
    }
    if (json.isArray()) {
      return list(new Shape.ListOf(new Shape.Any(), 0, Integer.MAX_VALUE), json, true, place);
    }
    return json instanceof ObjectNode object
        ? map(new Shape.MapOf(new Shape.Any(), Integer.MAX_VALUE), object, true, place)
        : new DynamicValue.Literal(json);
  }

  private DynamicValue list(
      Shape.ListOf shape, JsonNode json, boolean dynamic, SourceLocation place) {
    constants.size(json.size(), shape.min(), shape.max(), "items", place);
    List<DynamicValue> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(value(shape.item(), json.get(i), dynamic, place.item(i)));
    }
    return new DynamicValue.Items(items);
  }

  private DynamicValue map(
      Shape.MapOf shape, ObjectNode json, boolean dynamic, SourceLocation place) {
    constants.size(json.size(), 0, shape.max(), "entries", place);
    Map<String, DynamicValue> values = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry ->
                values.put(
                    entry.getKey(),
                    value(shape.value(), entry.getValue(), dynamic, place.field(entry.getKey()))));
    return new DynamicValue.Fields(values);
  }

  private DynamicValue union(Shape.Union shape, ObjectNode json, SourceLocation place) {
    Shape.Union.Variant variant = constants.variant(shape, json, place);
    if (variant == null) {
      return new DynamicValue.Literal(json);
    }
    Map<String, DynamicValue> values = new LinkedHashMap<>();
    values.put(shape.discriminator(), new DynamicValue.Literal(json.get(shape.discriminator())));
    values.putAll(fields(variant.fields(), json, shape.discriminator(), place).fields());
    return new DynamicValue.Fields(values);
  }
}
