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
import tools.jackson.databind.JsonNode;

/** A node's evaluated settings as the record they stand for. */
public final class Config {
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
}
