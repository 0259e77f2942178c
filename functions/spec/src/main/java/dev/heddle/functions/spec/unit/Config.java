package dev.heddle.functions.spec.unit;

import Heddle.BadConfig;
import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.functions.spec.shape.Fallbacks;
import dev.heddle.functions.spec.shape.ShapeCheck;
import dev.heddle.functions.spec.shape.Shapes;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/** A node's settings as the record they stand for. */
public final class Config {
  private static final ObjectReader LENIENT =
      Wire.JSON.reader().without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private Config() {}

  /** The record, with fallbacks filled in; {@link BadConfig} with all that does not fit. */
  public static <C extends Record> C bound(Class<C> type, JsonNode config) {
    Shape.Fields shape = Shapes.of(type);
    List<FieldError> errors = ShapeCheck.of(shape, config);
    if (!errors.isEmpty()) {
      throw new BadConfig(
          errors.stream()
              .map(error -> error.field() + " " + error.message())
              .collect(Collectors.joining("; ", "The settings do not fit: ", ".")));
    }
    return Wire.JSON.treeToValue(Fallbacks.in(shape, config), type);
  }

  /**
   * The record as far as the settings of a drawing fit, whatever they hold: a component that does
   * not, or that is missing and has no fallback, is null (zero, if it is a primitive).
   */
  public static <C extends Record> C fitting(Class<C> type, ObjectNode config) {
    Shape.Fields shape = Shapes.of(type);
    ObjectNode fitting = Wire.JSON.createObjectNode();
    JsonNode filled = Fallbacks.in(shape, config);
    for (Shape.Field field : shape.fields()) {
      JsonNode value = filled.get(field.name());
      if (value != null && ShapeCheck.of(field.shape(), value).isEmpty()) {
        fitting.set(field.name(), value);
      }
    }
    return LENIENT.forType(type).readValue(fitting);
  }
}
