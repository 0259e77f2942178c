package dev.heddle.events;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a node's function answers: its output, the port it left by, and what it used.
 *
 * @param usage tokens and the like, for the run record and the meters; null when there is none
 */
public record NodeReply(JsonNode output, String port, @Nullable JsonNode usage) {

  /** The port of a node that has only one way to succeed. */
  public static final String MAIN = "main";

  /** A reply on the main port with nothing to meter. */
  public static NodeReply main(JsonNode output) {
    return new NodeReply(output, MAIN, null);
  }
}
