package dev.heddle.functions.api.identity;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;

/**
 * Passwords as bcrypt hashes. bcrypt takes 72 bytes at most, so it is given a password's SHA-256 in
 * Base64: the whole password counts, and no byte of it can end it early.
 */
public final class PasswordHasher {
  private static final int COST = 12;

  private final int cost;
  private final String decoy;

  /** Hashes that take about 0.3 s to compute. */
  public PasswordHasher() {
    this(COST);
  }

  PasswordHasher(int cost) {
    this.cost = cost;
    decoy = "$2a$" + "%02d".formatted(cost) + "$" + "abcdefghijklmnopqrstuu" + "A".repeat(31);
  }

  /** The hash to store. */
  public String hash(String password) {
    return BCrypt.withDefaults().hashToString(cost, prepared(password));
  }

  /** Whether the password is the hash's. Without a hash it isn't, which takes just as long. */
  public boolean matches(String password, Optional<String> hash) {
    boolean same =
        BCrypt.verifyer().verify(prepared(password), hash.orElse(decoy).toCharArray()).verified;
    return same && hash.isPresent();
  }

  private static char[] prepared(String password) {
    String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
    byte[] digest = sha256().digest(composed.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest).toCharArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
