package dev.heddle.statemachines.language.expression;

import java.util.Set;

/** The names that an expression knows without the drawing. */
public final class BuiltinNames {
  private static final Set<String> JSONATA =
      Set.of(
          "sum",
          "count",
          "max",
          "min",
          "average",
          "string",
          "substring",
          "substringBefore",
          "substringAfter",
          "lowercase",
          "uppercase",
          "length",
          "trim",
          "pad",
          "match",
          "contains",
          "replace",
          "split",
          "join",
          "formatNumber",
          "formatBase",
          "formatInteger",
          "parseInteger",
          "number",
          "floor",
          "ceil",
          "round",
          "abs",
          "sqrt",
          "power",
          "random",
          "boolean",
          "not",
          "map",
          "zip",
          "filter",
          "single",
          "reduce",
          "sift",
          "keys",
          "lookup",
          "append",
          "exists",
          "spread",
          "merge",
          "reverse",
          "each",
          "error",
          "assert",
          "type",
          "sort",
          "shuffle",
          "distinct",
          "base64encode",
          "base64decode",
          "encodeUrlComponent",
          "encodeUrl",
          "decodeUrlComponent",
          "decodeUrl",
          "eval",
          "toMillis",
          "fromMillis",
          "clone",
          "now",
          "millis");
  private static final Set<String> STEP_FUNCTIONS =
      Set.of("partition", "range", "hash", "random", "uuid", "parse");
  private static final Set<String> HEDDLE =
      Set.of("states", "trigger", "item", "index", "run", "loop");

  private BuiltinNames() {}

  /** Whether a variable of this name is a function. */
  public static boolean isFunction(String name) {
    return JSONATA.contains(name) || STEP_FUNCTIONS.contains(name);
  }

  /** Whether a node can't have this id, as expressions read something else by it. */
  public static boolean isReserved(String name) {
    return isFunction(name) || HEDDLE.contains(name);
  }
}
