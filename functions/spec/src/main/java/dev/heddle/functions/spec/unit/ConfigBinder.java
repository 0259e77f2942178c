package dev.heddle.functions.spec.unit;

import Heddle.BadConfig;
import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.ShapeDefaults;
import dev.heddle.functions.spec.shape.ShapeValidator;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/** A node's settings as the record they stand for. */
public final class ConfigBinder {
  private static final ObjectReader LENIENT =
      WireJson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private ConfigBinder() {}

  /** The record, with fallbacks filled in; {@link BadConfig} with all that does not fit. */
  public static <C extends Record> C bind(Class<C> type, JsonNode config) {
    Shape.Fields shape = RecordShapes.of(type);
    List<FieldError> errors = ShapeValidator.of(shape, config);
    if (!errors.isEmpty()) {
      throw new BadConfig(
          errors.stream()
              .map(error -> error.field() + ": " + error.message())
              .collect(Collectors.joining("; ", "Invalid settings: ", ".")));
    }
    return WireJson.MAPPER.treeToValue(ShapeDefaults.in(shape, config), type);
  }

  /**
   * The record as far as the settings of a drawing fit, whatever they hold: a component that does
   * not, or that is missing and has no fallback, is null (zero, if it is a primitive).
   */
  public static <C extends Record> C bindLenient(Class<C> type, ObjectNode config) {
    Shape.Fields shape = RecordShapes.of(type);
    ObjectNode fitting = WireJson.MAPPER.createObjectNode();
    JsonNode filled = ShapeDefaults.in(shape, config);
    for (Shape.Field field : shape.fields()) {
      JsonNode value = filled.get(field.name());
      if (value != null && ShapeValidator.of(field.shape(), value).isEmpty()) {
        fitting.set(field.name(), value);
      }
    }
    return LENIENT.forType(type).readValue(fitting);
  }
}
