package dev.heddle.statemachines.compiler.meaning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Other workflows that drawings run: what their machines do, and what they mean. */
final class Children {
  private static final String START =
      "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"S\", \"States\": {\"S\": ";

  /** The machines by the workflows' ids. */
  static final Map<String, String> MACHINES =
      Map.of(
          "wf_echo",
          START
              + "{\"Type\": \"Succeed\", \"Output\": {\"got\": \"{% $states.input.payload %}\"}}}}",
          "wf_slow",
          START + "{\"Type\": \"Wait\", \"Seconds\": 7, \"Output\": null, \"End\": true}}}",
          "wf_fails",
          START + "{\"Type\": \"Fail\", \"Error\": \"Broken\", \"Cause\": \"So it is\"}}}");

  private Children() {}

  /** The number that tells the runs of a run apart: of node, path and how often it was redriven. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Done run(String workflow, JsonNode payload) {
    return switch (workflow) {
      case "wf_echo" ->
          new Done.Left(
              "main", JsonNodeFactory.instance.objectNode().set("got", payload), Span.NONE);
      case "wf_slow" -> new Done.Left("main", JsonNodeFactory.instance.nullNode(), Span.of(7_000));
      case "wf_fails" -> new Done.Failed("States.TaskFailed", "*", Span.NONE);
      default -> throw new IllegalArgumentException(workflow);
    };
  }
}
