package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.port.IdGenerator;
import java.security.SecureRandom;

/** Ids that nobody can guess. */
public final class SecureIds implements IdGenerator {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 20;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next(String prefix) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    var id = new StringBuilder(prefix).append('_');
    for (byte one : bytes) {
      id.append(LETTERS.charAt(one & 31));
    }
    return id.toString();
  }
}
