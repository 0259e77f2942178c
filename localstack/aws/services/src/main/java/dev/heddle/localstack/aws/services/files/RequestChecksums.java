package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The checksums that clients send along; a body that doesn't have them is refused. */
final class RequestChecksums {
  private static final Map<String, Function<byte[], byte[]>> BY_HEADER =
      Map.of(
          "content-md5", body -> digest("MD5", body),
          "x-amz-checksum-crc32", body -> crc(new CRC32(), body),
          "x-amz-checksum-crc32c", body -> crc(new CRC32C(), body),
          "x-amz-checksum-sha1", body -> digest("SHA-1", body),
          "x-amz-checksum-sha256", body -> digest("SHA-256", body));

  private RequestChecksums() {}

  static void verify(S3Call call) {
    BY_HEADER.forEach(
        (header, function) ->
            call.header(header)
                .filter(said -> !said.equals(base64(function.apply(call.body()))))
                .ifPresent(
                    said -> {
                      throw new AwsFault(
                          "BadDigest",
                          "The "
                              + header
                              + " you specified did not match the calculated checksum.");
                    }));
  }

  static String md5(byte[] bytes) {
    return HexFormat.of().formatHex(digest("MD5", bytes));
  }

  private static byte[] crc(Checksum checksum, byte[] bytes) {
    checksum.update(bytes);
    return ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
