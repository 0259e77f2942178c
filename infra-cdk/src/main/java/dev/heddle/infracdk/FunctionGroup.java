package dev.heddle.infracdk;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Unit;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The jars: one for each room of units, and one for what asks models of each provider.
 *
 * @param word the folder's name
 */
record FunctionGroup(String word) {
  private static final String ROOMS = "dev.heddle.functions.";

  /** The group that holds a unit. */
  static FunctionGroup of(Unit unit) {
    return new FunctionGroup(Catalog.jar(unit));
  }

  /** The jar's entry point. */
  String handler() {
    String type =
        Arrays.stream(word.split("-"))
            .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
            .collect(Collectors.joining("", "", "Handler"));
    return ROOMS + "lambda." + word.replace("-", "") + "." + type + "::handleRequest";
  }
}
