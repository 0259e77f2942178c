package dev.heddle.localstack.host.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills a JSON Schema from a text: reads what is there, chooses among what is given. */
final class SchemaFiller {
  private static final int DEEPEST = 12;
  private static final int MOST_ITEMS = 5;
  private static final int MOST_VALUES = 2_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode root;
  private final AnalyzedText text;
  private final String instructions;
  private int values;

  /** Fills this schema from this text; the instructions may explain words of the schema. */
  SchemaFiller(JsonNode root, AnalyzedText text, String instructions) {
    this.root = root;
    this.text = text;
    this.instructions = instructions;
  }

  JsonNode fill() {
    SchemaField field = new SchemaField(root.path("title").asString("answer"), root);
    return value(field, 0).orElseGet(() -> fallback(resolved(field)));
  }

  /** The value of a field; empty when the text has none. */
  private Optional<JsonNode> value(SchemaField given, int depth) {
    SchemaField field = resolved(given);
    JsonNode schema = field.schema();
    if (depth > DEEPEST || ++values > MOST_VALUES) {
      return Optional.empty();
    }
    if (schema.has("const")) {
      return Optional.of(schema.get("const"));
    }
    if (schema.path("enum").isArray()) {
      return Optional.of(choice(field));
    }
    return switch (type(schema)) {
      case "object" -> Optional.of(object(schema, depth));
      case "array" -> Optional.of(array(field, depth));
      case "boolean" -> Optional.of(JSON.booleanNode(BooleanFiller.holds(field, text)));
      case "integer", "number" ->
          NumberFiller.find(field, text).map(number -> number(schema, number));
      case "null" -> Optional.of(JSON.nullNode());
      default -> StringFiller.find(field, text).map(found -> JSON.stringNode(cut(found, schema)));
    };
  }

  private JsonNode choice(SchemaField field) {
    List<JsonNode> options = field.schema().path("enum").valueStream().toList();
    if (!options.stream().allMatch(JsonNode::isString)) {
      return numeric(field, options);
    }
    List<String> words = options.stream().map(JsonNode::stringValue).toList();
    if (Set.copyOf(words).equals(Set.of("yes", "no"))) {
      return JSON.stringNode(BooleanFiller.holds(field, text) ? "yes" : "no");
    }
    return JSON.stringNode(options(field).pick(words));
  }

  private JsonNode numeric(SchemaField field, List<JsonNode> options) {
    int step = (int) Math.min(SeverityScore.of(text) * options.size(), options.size() - 1.0);
    return options.stream()
        .filter(option -> option.isNumber() && text.raw().contains(option.asString()))
        .findFirst()
        .orElse(
            field.isNamed(Set.of("priority", "severity")) ? options.get(step) : options.getFirst());
  }

  private EnumChooser options(SchemaField field) {
    return new EnumChooser(text, field.description() + "\n" + instructions);
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              SchemaField field = new SchemaField(property.getKey(), property.getValue());
              value(field, depth + 1)
                  .or(() -> missing(field, required.contains(field.name())))
                  .ifPresent(found -> object.set(field.name(), found));
            });
    return object;
  }

  private Optional<JsonNode> missing(SchemaField field, boolean required) {
    return required ? Optional.of(fallback(resolved(field))) : Optional.empty();
  }

  private ArrayNode array(SchemaField field, int depth) {
    JsonNode schema = field.schema();
    int least = schema.path("minItems").asInt(0);
    int most = Math.max(least, Math.min(schema.path("maxItems").asInt(MOST_ITEMS), MOST_ITEMS));
    SchemaField item = resolved(field.of(schema.path("items")));
    ArrayNode array = JSON.arrayNode();
    items(item, depth).stream().limit(most).forEach(array::add);
    while (array.size() < Math.min(least, MOST_ITEMS * 4)) {
      array.add(value(item, depth + 1).orElseGet(() -> fallback(item)));
    }
    return array;
  }

  private List<JsonNode> items(SchemaField item, int depth) {
    JsonNode schema = item.schema();
    if (schema.path("enum").isArray()) {
      List<String> words = schema.path("enum").valueStream().map(JsonNode::asString).toList();
      return strings(options(item).matching(words));
    }
    return switch (type(schema)) {
      case "string" -> strings(StringFiller.all(item, text));
      case "object" -> value(item, depth + 1).stream().toList();
      default -> value(item, depth + 1).stream().toList();
    };
  }

  private static List<JsonNode> strings(List<String> texts) {
    return texts.stream().distinct().<JsonNode>map(JSON::stringNode).toList();
  }

  /** What stands for “not in the text” where something must stand. */
  private JsonNode fallback(SchemaField field) {
    JsonNode schema = field.schema();
    if (schema.has("default")) {
      return schema.get("default");
    }
    if (isNullable(schema)) {
      return JSON.nullNode();
    }
    return switch (type(schema)) {
      case "integer", "number" -> number(schema, NumberFiller.fallback(schema));
      case "boolean" -> JSON.booleanNode(false);
      case "object" -> JSON.objectNode();
      case "array" -> JSON.arrayNode();
      default -> JSON.stringNode(schema.path("minLength").asInt(0) > 0 ? "not given" : "");
    };
  }

  private static JsonNode number(JsonNode schema, BigDecimal number) {
    return type(schema).equals("integer")
        ? JSON.numberNode(number.longValue())
        : JSON.numberNode(number.stripTrailingZeros());
  }

  private static String cut(String found, JsonNode schema) {
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return found.length() <= most ? found : found.substring(0, Math.max(0, most));
  }

  private static boolean isNullable(JsonNode schema) {
    return schema.path("type").valueStream().anyMatch(type -> type.asString("").equals("null"))
        || schema.path("anyOf").valueStream().anyMatch(SchemaFiller::isNull);
  }

  private static boolean isNull(JsonNode schema) {
    return schema.path("type").asString("").equals("null");
  }

  /** The first type that is not null; a schema with properties is one of an object. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.valueStream()
          .map(one -> one.asString(""))
          .filter(one -> !one.equals("null"))
          .findFirst()
          .orElse("null");
    }
    String implied = schema.has("properties") ? "object" : schema.has("items") ? "array" : "string";
    return type.asString(implied);
  }

  /** The field with its schema's reference or alternatives followed, at most so many. */
  private SchemaField resolved(SchemaField field) {
    SchemaField found = field;
    for (int i = 0; i < DEEPEST; i++) {
      JsonNode schema = found.schema();
      if (schema.path("$ref").isString()) {
        found = found.of(referred(schema.path("$ref").stringValue()));
      } else if (alternatives(schema).isArray()) {
        found = found.of(best(alternatives(schema)));
      } else {
        return found;
      }
    }
    return found.of(JSON.objectNode());
  }

  private static JsonNode alternatives(JsonNode schema) {
    return schema.path("anyOf").isArray() ? schema.path("anyOf") : schema.path("oneOf");
  }

  private static JsonNode best(JsonNode alternatives) {
    return alternatives
        .valueStream()
        .filter(one -> !isNull(one))
        .findFirst()
        .orElse(JSON.objectNode());
  }

  private JsonNode referred(String reference) {
    if (reference.equals("#")) {
      return root;
    }
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : JSON.objectNode();
  }
}
