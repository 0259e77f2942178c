package dev.heddle.statemachines.compiler.meaning;

import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the functions answer: the same node in the same iteration always the same. */
record FunctionAnswers(long seed) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> OUTPUTS =
      List.of(
          "null",
          "{\"x\": 1, \"flag\": true, \"name\": \"Ada\", \"list\": [1, 2, 3]}",
          "{\"x\": 7, \"flag\": false, \"name\": null, \"list\": [4]}",
          "{\"x\": null, \"list\": []}",
          "{\"list\": [\"{% 1 %}\", null, {\"x\": 1, \"list\": [2]}]}",
          "{\"list\": [[\"{{ $a }}\"]], \"flag\": true}",
          "{}",
          "[1, 2]",
          "[5]",
          "[]",
          "[[1, 2]]",
          "[null]",
          "\"text\"",
          "\"{% 1 + 1 %}\"",
          "42",
          "false");

  /** An answer, after some time. */
  sealed interface Answer {

    long millis();

    record Output(JsonNode output, String port, long millis) implements Answer {}

    record Error(String error, String cause, long millis) implements Answer {}

    record Never() implements Answer {

      @Override
      public long millis() {
        return Long.MAX_VALUE;
      }
    }
  }

  /** What a function answers. */
  Answer answer(String node, String path, List<String> ports) {
    SplittableRandom random =
        new SplittableRandom((seed * 31 + node.hashCode()) * 31 + path.hashCode());
    random.nextLong();
    long millis = 1L << 2 * random.nextInt(7);
    if (random.nextInt(100) < 15) {
      return new Answer.Error("Boom", "{\"errorMessage\":\"" + node + " broke\"}", millis);
    }
    JsonNode output = JSON.readTree(OUTPUTS.get(random.nextInt(OUTPUTS.size())));
    return new Answer.Output(output, ports.get(random.nextInt(ports.size())), millis);
  }

  /** What comes back with a token, if anything does. */
  Answer asked(String node, String path) {
    return switch (answer(node + "?", path, List.of("approved", "rejected", ""))) {
      case Answer.Output output when output.port().isEmpty() -> new Answer.Never();
      case Answer answer -> answer;
    };
  }
}
