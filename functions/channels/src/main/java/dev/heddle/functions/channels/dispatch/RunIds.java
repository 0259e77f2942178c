package dev.heddle.functions.channels.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * Ids of runs that follow from what set them off: the same event always gives the same run, which
 * is how a repeated event starts nothing twice.
 */
public final class RunIds {
  private static final Pattern ID = Pattern.compile("run_[a-z2-7]{20}");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 20;

  private RunIds() {}

  /** Whether a text is a run's id already. */
  public static boolean isOne(String text) {
    return ID.matcher(text).matches();
  }

  /** The id that follows from these parts, in their order. */
  public static String from(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return "run_" + letters(digest.digest());
  }

  private static String letters(byte[] hash) {
    var letters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      letters.append(LETTERS.charAt(hash[i] & 31));
    }
    return letters.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
