package dev.heddle.functions.channels.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Compares secrets and signatures in a time that says nothing about them. */
final class WebhookSignatures {
  private static final String HMAC = "HmacSHA256";

  private WebhookSignatures() {}

  /** Whether two secrets are the same; by their MACs, so that not even a length shows. */
  static boolean sameSecret(String given, String expected) {
    byte[] key = expected.getBytes(StandardCharsets.UTF_8);
    byte[] other = given.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(hmac(other, key), hmac(key, key));
  }

  /** Whether a text is the prefix and the hexadecimal HMAC-SHA256 of the bytes. */
  static boolean isHmac(String given, String prefix, byte[] body, String secret) {
    byte[] expected = hmac(body, secret.getBytes(StandardCharsets.UTF_8));
    return given.startsWith(prefix)
        && MessageDigest.isEqual(bytes(given.substring(prefix.length()).strip()), expected);
  }

  private static byte[] bytes(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] hmac(byte[] data, byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC, e);
    }
  }
}
