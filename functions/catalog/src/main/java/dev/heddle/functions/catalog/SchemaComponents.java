package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of an OpenAPI document: one component for each record, sealed type and enum, however
 * often it is used. A component is called as its class is, and a nested class as those around it
 * and it together: {@code PublishWorkflow.Input} is {@code PublishWorkflowInput}.
 */
final class SchemaComponents {
  private static final String PREFIX = "#/components/schemas/";

  private final ObjectNode schemas = WireJson.MAPPER.createObjectNode();
  private final Map<String, Class<?>> owners = new HashMap<>();
  private final ExampleValues examples = new ExampleValues();

  /** All of them, by name. */
  ObjectNode schemas() {
    return schemas;
  }

  /** A reference to what a record is, components that leave as headers left out. */
  ObjectNode record(Class<?> type) {
    String name = claimed(type);
    if (!schemas.has(name)) {
      // Before its fields, so that a record may hold itself.
      ObjectNode schema = schemas.putObject(name);
      schema.setAll(object(bodyOf(type)));
    }
    return reference(name);
  }

  /**
   * A reference to those components of an input record that are in the body: no others are taken.
   */
  ObjectNode body(Class<?> input, List<RecordComponent> components) {
    String name = claimed(input);
    ObjectNode schema = object(components).put("additionalProperties", false);
    JsonNode known = schemas.get(name);
    if (known != null && !known.equals(schema)) {
      throw new IllegalStateException(
          name + " is the body of two routes that read different parts of it; give each its own");
    }
    schemas.set(name, schema);
    return reference(name);
  }

  /** The schema of one component, with what is said of it. */
  ObjectNode field(RecordComponent component) {
    Shape.Field field = RecordShapes.field(component);
    ObjectNode schema = schema(component.getGenericType(), field.shape());
    if (!field.hint().isEmpty()) {
      schema.put("description", field.hint());
    }
    if (field.fallback() != null) {
      schema.set("default", field.fallback());
    }
    // A whole document would be in the way here; the routes show it.
    if (component.isAnnotationPresent(Example.class) && !(field.shape() instanceof Shape.Any)) {
      schema.putArray("examples").add(examples.of(component));
    }
    return schema;
  }

  static List<RecordComponent> bodyOf(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> !component.isAnnotationPresent(AsHeader.class))
        .toList();
  }

  private ObjectNode object(List<RecordComponent> components) {
    ObjectNode schema = WireJson.MAPPER.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = WireJson.MAPPER.createArrayNode();
    for (RecordComponent component : components) {
      Shape.Field field = RecordShapes.field(component);
      properties.set(field.name(), field(component));
      if (field.required()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private ObjectNode schema(Type type, Shape shape) {
    return switch (shape) {
      case Shape.ListOf list -> list(argument(type, 0), list);
      case Shape.MapOf map -> map(argument(type, 1), map);
      case Shape.Fields _ -> record((Class<?>) type);
      case Shape.Choice _, Shape.Union _ -> named((Class<?>) type, shape);
      case Shape.Text _, Shape.Number _, Shape.Flag _, Shape.Any _ -> JsonSchemaWriter.of(shape);
    };
  }

  private ObjectNode list(Type item, Shape.ListOf list) {
    ObjectNode schema = WireJson.MAPPER.createObjectNode().put("type", "array");
    schema.set("items", schema(item, list.item()));
    JsonSchemaWriter.bounds(schema, list);
    return schema;
  }

  private ObjectNode map(Type value, Shape.MapOf map) {
    ObjectNode schema = JsonSchemaWriter.of(map);
    schema.set("additionalProperties", schema(value, map.value()));
    return schema;
  }

  private static Type argument(Type type, int place) {
    return ((ParameterizedType) type).getActualTypeArguments()[place];
  }

  private ObjectNode named(Class<?> type, Shape shape) {
    String name = claimed(type);
    schemas.set(name, JsonSchemaWriter.of(shape));
    return reference(name);
  }

  private String claimed(Class<?> type) {
    String name = name(type);
    Class<?> owner = owners.putIfAbsent(name, type);
    if (owner != null && owner != type) {
      throw new IllegalStateException(
          "Two types of the API would both be the schema %s: %s and %s. Rename one of them."
              .formatted(name, owner.getName(), type.getName()));
    }
    return name;
  }

  /** The names of a class and those around it, without a separator. */
  static String name(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      names.addFirst(outer.getSimpleName());
    }
    return String.join("", names);
  }

  private static ObjectNode reference(String name) {
    return WireJson.MAPPER.createObjectNode().put("$ref", PREFIX + name);
  }
}
