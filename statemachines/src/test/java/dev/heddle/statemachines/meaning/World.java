package dev.heddle.statemachines.meaning;

import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the functions answer: the same node always the same, in the same world. */
record World(long seed) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> OUTPUTS =
      List.of(
          "null",
          "{\"x\": 1, \"flag\": true, \"name\": \"Ada\", \"list\": [1, 2, 3]}",
          "{\"x\": 7, \"flag\": false, \"name\": null, \"list\": [4]}",
          "{\"x\": null, \"list\": []}",
          "{}",
          "[1, 2]",
          "[5]",
          "[]",
          "[[1, 2]]",
          "\"text\"",
          "\"{% 1 + 1 %}\"",
          "42",
          "false");

  /** An answer: an output on a port, or an error. */
  sealed interface Answer {

    record Output(JsonNode output, String port) implements Answer {}

    record Error(String error, String cause) implements Answer {}
  }

  Answer answer(String node, List<String> ports) {
    SplittableRandom random = new SplittableRandom(seed * 31 + node.hashCode());
    random.nextLong();
    if (random.nextInt(100) < 15) {
      return new Answer.Error("Boom", "{\"errorMessage\":\"" + node + " broke\"}");
    }
    JsonNode output = JSON.readTree(OUTPUTS.get(random.nextInt(OUTPUTS.size())));
    return new Answer.Output(output, ports.get(random.nextInt(ports.size())));
  }
}
