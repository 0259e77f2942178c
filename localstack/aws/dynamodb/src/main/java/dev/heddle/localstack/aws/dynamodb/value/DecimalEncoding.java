package dev.heddle.localstack.aws.dynamodb.value;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as bytes whose unsigned order is the numbers' order: a sign, the power of ten of the
 * first digit, then two digits a byte. A negative number has all but its sign inverted and an end
 * mark, so that of two with a common beginning the longer one, which is smaller, comes first.
 */
final class DecimalEncoding {
  private static final int NEGATIVE = 1;
  private static final int ZERO = 2;
  private static final int POSITIVE = 3;
  private static final int BIAS = 130;
  private static final int END = 0xFF;

  private DecimalEncoding() {}

  static byte[] encode(BigDecimal value) {
    if (value.signum() == 0) {
      return new byte[] {ZERO};
    }
    boolean negative = value.signum() < 0;
    var bytes = new ByteArrayOutputStream(24);
    bytes.write(negative ? NEGATIVE : POSITIVE);
    int flip = negative ? 0xFF : 0;
    bytes.write((DynamoDbNumbers.magnitude(value) + BIAS) ^ flip);
    writeDigits(bytes, value.unscaledValue().abs().toString(), flip);
    if (negative) {
      bytes.write(END);
    }
    return bytes.toByteArray();
  }

  static BigDecimal decode(byte[] bytes) {
    if (bytes[0] == ZERO) {
      return BigDecimal.ZERO;
    }
    boolean negative = bytes[0] == NEGATIVE;
    int flip = negative ? 0xFF : 0;
    int magnitude = ((bytes[1] & 0xFF) ^ flip) - BIAS;
    String digits = readDigits(bytes, negative ? bytes.length - 1 : bytes.length, flip);
    BigInteger unscaled = new BigInteger(digits);
    int scale = digits.length() - 1 - magnitude;
    return new BigDecimal(negative ? unscaled.negate() : unscaled, scale).stripTrailingZeros();
  }

  private static void writeDigits(ByteArrayOutputStream bytes, String digits, int flip) {
    for (int at = 0; at < digits.length(); at += 2) {
      int low = at + 1 < digits.length() ? digits.charAt(at + 1) - '0' : 0;
      bytes.write(((digits.charAt(at) - '0') * 10 + low + 1) ^ flip);
    }
  }

  private static String readDigits(byte[] bytes, int end, int flip) {
    var digits = new StringBuilder(2 * bytes.length);
    for (int at = 2; at < end; at++) {
      int pair = ((bytes[at] & 0xFF) ^ flip) - 1;
      digits.append((char) ('0' + pair / 10)).append((char) ('0' + pair % 10));
    }
    return digits.toString();
  }
}
