package dev.heddle.functions.ai.agent;

import Heddle.OutputTooLarge;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Bounds what an agent passes on. */
final class OutputLimit {
  /** Two of them, the reply's and the state's, and what is around must fit into 256 KiB. */
  private static final int MOST = 200 * 1024;

  private OutputLimit() {}

  static JsonNode bounded(JsonNode output) {
    int bytes = output.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST) {
      throw new OutputTooLarge(
          "The agent's answer has "
              + bytes
              + " bytes. The limit for a step is "
              + MOST
              + " bytes.");
    }
    return output;
  }
}
