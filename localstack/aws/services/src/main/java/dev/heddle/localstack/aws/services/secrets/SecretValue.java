package dev.heddle.localstack.aws.services.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.services.RequestInput;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A secret string or secret bytes, at most 65,536 of them; it is never shown by accident. */
final class SecretValue {
  private static final int MOST = 65_536;

  private final boolean binary;
  private final byte[] bytes;

  private SecretValue(boolean binary, byte[] bytes) {
    this.binary = binary;
    this.bytes = bytes;
  }

  /** The value of a request, of which there may be one. */
  static Optional<SecretValue> read(RequestInput input) {
    Optional<String> text = input.text("SecretString");
    Optional<String> base64 = input.text("SecretBinary");
    if (text.isPresent() && base64.isPresent()) {
      throw input.invalid(
          "You can't specify both a binary secret value and a string secret value.");
    }
    Optional<SecretValue> value =
        base64.isPresent()
            ? base64.map(coded -> new SecretValue(true, decoded(input, coded)))
            : text.map(plain -> new SecretValue(false, plain.getBytes(UTF_8)));
    if (value.filter(v -> v.bytes.length > MOST || v.bytes.length == 0).isPresent()) {
      throw input.invalid("A secret value has 1 to " + MOST + " bytes.");
    }
    return value;
  }

  static SecretValue ofStored(byte[] stored) {
    return new SecretValue(stored[0] == 1, Arrays.copyOfRange(stored, 1, stored.length));
  }

  byte[] stored() {
    byte kind = (byte) (binary ? 1 : 0);
    return ByteBuffer.allocate(bytes.length + 1).put(kind).put(bytes).array();
  }

  void addTo(Map<String, Object> answer) {
    if (binary) {
      answer.put("SecretBinary", Base64.getEncoder().encodeToString(bytes));
    } else {
      answer.put("SecretString", new String(bytes, UTF_8));
    }
  }

  boolean sameAs(SecretValue other) {
    return binary == other.binary && MessageDigest.isEqual(bytes, other.bytes);
  }

  private static byte[] decoded(RequestInput input, String coded) {
    try {
      return Base64.getDecoder().decode(coded);
    } catch (IllegalArgumentException e) {
      throw input.invalid("SecretBinary is not Base64.");
    }
  }
}
