package dev.heddle.functions.core.wait;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a run waits.
 *
 * @param path of the iteration, such as {@code each1[3]}; empty outside containers
 */
public record Place(
    String workflow, String workflowName, String run, String node, String nodeName, String path) {
  private static final int HASH_BYTES = 12;

  /** An id that is the same however often the node is called there. */
  public String id(String prefix) {
    String place = String.join("\n", run, node, path);
    byte[] hash = sha256().digest(place.getBytes(StandardCharsets.UTF_8));
    return prefix + "_" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
