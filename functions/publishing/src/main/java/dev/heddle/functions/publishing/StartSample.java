package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.functions.triggers.manual.ManualNode;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.graph.Graph;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a run gets that is started by hand without input. */
public final class StartSample {
  private StartSample() {}

  /** The sample of a trigger that is there for starts by hand, else an empty object. */
  public static JsonNode of(JsonNode graph, RunMap.Entry entry) {
    return Optional.of(entry)
        .filter(found -> found.role() == RunMap.Role.BY_HAND)
        .flatMap(found -> Graph.of(graph).find(found.node()))
        .map(node -> Wire.JSON.treeToValue(node.config(), ManualNode.Config.class).sample())
        .orElseGet(Wire.JSON::createObjectNode);
  }
}
