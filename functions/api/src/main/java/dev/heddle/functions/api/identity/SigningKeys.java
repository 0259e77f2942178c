package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.port.PlatformSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys tokens are made with, each for one purpose, all derived from one platform secret. */
public final class SigningKeys {
  private static final String SECRET = "signing-key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final PlatformSecrets secrets;

  /** Keys from these secrets; the secret is made at its first use. */
  public SigningKeys(PlatformSecrets secrets) {
    this.secrets = secrets;
  }

  /** HMAC-SHA256 keyed for a purpose. */
  byte[] mac(Purpose purpose, String text) {
    return hmac(key(purpose), text);
  }

  /** The key for a purpose, 256 bits. */
  byte[] key(Purpose purpose) {
    // Obtained by "create if absent": two first calls must not each make a key, since the tokens of
    // one would be refused by the other.
    byte[] secret = Base64.getDecoder().decode(secrets.obtain(SECRET, SigningKeys::random));
    return hmac(secret, "heddle " + purpose);
  }

  /** What a key is for. */
  enum Purpose {
    ACCESS_TOKENS,
    REFRESH_TOKENS
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
