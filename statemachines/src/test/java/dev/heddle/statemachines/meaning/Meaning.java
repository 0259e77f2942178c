package dev.heddle.statemachines.meaning;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a run should do.
 *
 * @param ran the nodes that do their work; of a failing run those that may
 * @param ports by node that ended: the port it left by
 * @param outputs by node that ended
 * @param configs by node that calls a function: the config it is called with
 * @param errors the errors any of which may end the run; none if it succeeds
 */
record Meaning(
    Set<String> ran,
    Map<String, String> ports,
    Map<String, JsonNode> outputs,
    Map<String, JsonNode> configs,
    Set<String> errors,
    JsonNode output) {

  static Meaning empty(JsonNode nothing) {
    return new Meaning(
        new LinkedHashSet<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashSet<>(),
        nothing);
  }

  Meaning with(JsonNode result) {
    return new Meaning(ran, ports, outputs, configs, errors, result);
  }
}
