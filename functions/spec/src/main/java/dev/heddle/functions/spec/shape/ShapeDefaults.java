package dev.heddle.functions.spec.shape;

import dev.heddle.statemachines.language.vocabulary.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts in what a value leaves out: the fallback of every field that is absent, at any depth. */
public final class ShapeDefaults {
  private ShapeDefaults() {}

  /** A copy of a value, checked against its shape before, with nothing missing. */
  public static JsonNode in(Shape shape, JsonNode value) {
    return switch (shape) {
      case Shape.Fields fields when value instanceof ObjectNode object -> fields(fields, object);
      case Shape.Union union when value instanceof ObjectNode object -> union(union, object);
      case Shape.ListOf list when value instanceof ArrayNode array -> list(list, array);
      case Shape.MapOf map when value instanceof ObjectNode object -> map(map, object);
      case Shape.Fields _,
          Shape.Union _,
          Shape.ListOf _,
          Shape.MapOf _,
          Shape.Text _,
          Shape.Number _,
          Shape.Flag _,
          Shape.Choice _,
          Shape.Any _ ->
          value;
    };
  }

  private static ObjectNode fields(Shape.Fields shape, ObjectNode value) {
    ObjectNode filled = value.deepCopy();
    for (Shape.Field field : shape.fields()) {
      JsonNode found = value.get(field.name());
      if (found != null && !found.isNull()) {
        filled.set(field.name(), in(field.shape(), found));
      } else if (field.fallback() != null && (found == null || !isAny(field))) {
        filled.set(field.name(), field.fallback());
      }
    }
    return filled;
  }

  private static boolean isAny(Shape.Field field) {
    return field.shape() instanceof Shape.Any;
  }

  private static JsonNode union(Shape.Union shape, ObjectNode value) {
    String kind = value.path(shape.discriminator()).asString("");
    Shape.Union.Variant variant = shape.variants().get(kind);
    return variant == null ? value : fields(variant.fields(), value);
  }

  private static ArrayNode list(Shape.ListOf shape, ArrayNode value) {
    ArrayNode filled = value.arrayNode(value.size());
    value.forEach(item -> filled.add(in(shape.item(), item)));
    return filled;
  }

  private static ObjectNode map(Shape.MapOf shape, ObjectNode value) {
    ObjectNode filled = value.objectNode();
    value
        .properties()
        .forEach(entry -> filled.set(entry.getKey(), in(shape.value(), entry.getValue())));
    return filled;
  }
}
