package dev.heddle.statemachines.compiler.meaning;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a part of a drawing finds when it begins.
 *
 * @param names what expressions may name besides its own nodes
 * @param input what its first nodes get
 * @param path which iterations it stands in
 */
record Around(Map<String, JsonNode> names, JsonNode input, String path) {

  Around iteration(String container, int index, Map<String, JsonNode> known, JsonNode given) {
    String step = container + "[" + index + "]";
    return new Around(known, given, path.isEmpty() ? step : path + "." + step);
  }
}
