package dev.heddle.localstack.aws.services.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksums that SQS answers with and clients verify. */
final class MessageChecksums {
  private MessageChecksums() {}

  static String md5(String body) {
    return hex(digest("MD5").digest(body.getBytes(UTF_8)));
  }

  /** The default deduplication id of a body. */
  static String sha256(String body) {
    return hex(digest("SHA-256").digest(body.getBytes(UTF_8)));
  }

  /** Over name, type, a byte for the kind of value, and value, each behind its length. */
  static String md5(MessageAttributes attributes) {
    MessageDigest md5 = digest("MD5");
    attributes
        .values()
        .forEach(
            (name, value) -> {
              update(md5, name.getBytes(UTF_8));
              update(md5, value.type().getBytes(UTF_8));
              md5.update((byte) (value.binary() ? 2 : 1));
              update(md5, value.bytes());
            });
    return hex(md5.digest());
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
