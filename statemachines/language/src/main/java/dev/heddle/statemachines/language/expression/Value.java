package dev.heddle.statemachines.language.expression;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A JSON value of a state, with expressions in it whose names are still to be settled. */
public sealed interface Value {

  /** A constant, whatever it looks like. */
  record Literal(JsonNode json) implements Value {}

  /** One expression; it always has a value. */
  record Code(List<Piece> pieces) implements Value {}

  /** An object. */
  record Fields(Map<String, Value> fields) implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {}
}
