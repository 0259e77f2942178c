package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.vocabulary.Shape;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a {@link Shape} as JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
final class JsonSchemaWriter {
  private JsonSchemaWriter() {}

  static ObjectNode of(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> text(text);
      case Shape.Number number -> number(number);
      case Shape.Flag _ -> typed("boolean");
      case Shape.Choice choice -> choice(choice);
      case Shape.ListOf list -> list(list);
      case Shape.MapOf map -> map(map);
      case Shape.Fields fields -> fields(fields);
      case Shape.Union union -> union(union);
      case Shape.Any _ -> WireJson.MAPPER.createObjectNode();
    };
  }

  private static ObjectNode text(Shape.Text text) {
    ObjectNode schema = typed("string");
    if (text.min() > 0) {
      schema.put("minLength", text.min());
    }
    schema.put("maxLength", text.max());
    if (text.pattern() != null) {
      schema.put("pattern", "^(" + text.pattern() + ")$");
    }
    switch (text.format()) {
      case EMAIL -> schema.put("format", "email");
      case URL -> schema.put("format", "uri");
      case DATE_TIME -> schema.put("format", "date-time");
      case SECRET -> schema.put("format", "password");
      case PLAIN, MULTILINE, CRON, TIME_ZONE, JSON_SCHEMA, WORKFLOW, EXPRESSION, CONDITION -> {}
    }
    return schema;
  }

  private static ObjectNode number(Shape.Number number) {
    ObjectNode schema = typed(number.integer() ? "integer" : "number");
    bound(schema, "minimum", number.min());
    bound(schema, "maximum", number.max());
    return schema;
  }

  private static void bound(ObjectNode schema, String name, double bound) {
    if (Math.abs(bound) >= 1L << 53) {
      return;
    }
    if (bound == Math.rint(bound)) {
      schema.put(name, (long) bound);
    } else {
      schema.put(name, bound);
    }
  }

  private static ObjectNode choice(Shape.Choice choice) {
    ObjectNode schema = typed("string");
    ArrayNode words = schema.putArray("enum");
    choice.options().forEach(option -> words.add(option.value()));
    return schema;
  }

  private static ObjectNode list(Shape.ListOf list) {
    ObjectNode schema = typed("array");
    schema.set("items", of(list.item()));
    bounds(schema, list);
    return schema;
  }

  /** How many items a list holds. */
  static void bounds(ObjectNode schema, Shape.ListOf list) {
    if (list.min() > 0) {
      schema.put("minItems", list.min());
    }
    schema.put("maxItems", list.max());
  }

  private static ObjectNode map(Shape.MapOf map) {
    ObjectNode schema = typed("object");
    schema.set("additionalProperties", of(map.value()));
    schema.put("maxProperties", map.max());
    return schema;
  }

  static ObjectNode fields(Shape.Fields fields) {
    ObjectNode schema = typed("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = WireJson.MAPPER.createArrayNode();
    for (Shape.Field field : fields.fields()) {
      properties.set(field.name(), described(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private static ObjectNode described(Shape.Field field) {
    ObjectNode schema = of(field.shape());
    if (!field.hint().isEmpty()) {
      schema.put("description", field.hint());
    }
    if (field.fallback() != null) {
      schema.set("default", field.fallback());
    }
    return schema;
  }

  private static ObjectNode union(Shape.Union union) {
    ObjectNode schema = WireJson.MAPPER.createObjectNode();
    ArrayNode variants = schema.putArray("oneOf");
    union
        .variants()
        .forEach(
            (word, variant) -> {
              ObjectNode object = fields(variant.fields());
              ((ObjectNode) object.get("properties"))
                  .putObject(union.discriminator())
                  .put("const", word);
              object.withArray("required").add(union.discriminator());
              variants.add(object);
            });
    return schema;
  }

  private static ObjectNode typed(String type) {
    return WireJson.MAPPER.createObjectNode().put("type", type);
  }
}
