package dev.heddle.statemachines.language.expression;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A JSON value of a state, with expressions in it whose names are still to be settled. */
public sealed interface DynamicValue {

  /** A constant, whatever it looks like. */
  record Literal(JsonNode json) implements DynamicValue {}

  /** One expression; it always has a value. */
  record Code(List<CodePiece> pieces) implements DynamicValue {}

  /** An object. */
  record Fields(Map<String, DynamicValue> fields) implements DynamicValue {}

  /** A list. */
  record Items(List<DynamicValue> items) implements DynamicValue {}
}
