package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentToolCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of the run that a call starts: the same however often the call is made. */
final class ChildRunId {
  private static final int OF_PARENT = 36;

  private ChildRunId() {}

  static String of(AgentToolCall call) {
    AgentRef agent = call.agent();
    String place = String.join(" ", agent.node(), agent.path(), call.turn() + "", call.call());
    String parent = agent.run().substring(0, Math.min(agent.run().length(), OF_PARENT));
    return parent + "-" + sha1(place);
  }

  private static String sha1(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-1", e);
    }
  }
}
