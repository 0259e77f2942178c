package dev.heddle.functions.api.identity;

import dev.heddle.functions.api.identity.SigningKeys.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token: the session's id and 256 bits that only its holder knows; we keep their SHA-256.
 *
 * <p>The first is random. Each following one is an HMAC of the one before: nobody without our key
 * can compute it, and we can answer twice with the same successor when two tabs refresh at once or
 * an answer is lost.
 */
record RefreshToken(String session, String secret) {
  private static final Pattern FORM = Pattern.compile("(ses_[a-z2-7]{20})\\.([A-Za-z0-9_-]{43})");
  private static final int BYTES = 32;

  static RefreshToken first(String session) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new RefreshToken(session, text(bytes));
  }

  static Optional<RefreshToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new RefreshToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  RefreshToken next(SigningKeys keys) {
    return new RefreshToken(session, text(keys.mac(Purpose.REFRESH_TOKENS, encoded())));
  }

  /** As the cookie carries it. */
  String encoded() {
    return session + "." + secret;
  }

  String hash() {
    try {
      byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "RefreshToken[" + session + "]";
  }
}
