package dev.heddle.localstack.aws.dynamodb.value;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service's numbers: 38 significant digits, magnitudes from 1E-130 to 9.99…E125. */
public final class DynamoDbNumbers {
  private static final int DIGITS = 38;
  private static final int HIGHEST = 125;
  private static final int LOWEST = -130;
  private static final int LONGEST = 1_000;
  private static final Pattern FORM =
      Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,9}))?");

  private DynamoDbNumbers() {}

  /** Reads a number; leading and trailing zeros are dropped as the service does. */
  public static BigDecimal parse(String text) {
    Matcher form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches() || digits(form).isEmpty()) {
      throw unreadable(text);
    }
    String significant = digits(form).replaceFirst("^0+", "");
    if (significant.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int exponent = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
    int scale = fraction(form).length() - exponent;
    checkMagnitude(significant.length() - 1L - scale);
    BigDecimal magnitude = checked(new BigDecimal(new BigInteger(significant), scale));
    return form.group(1).equals("-") ? magnitude.negate() : magnitude;
  }

  /** The number in the form it is kept in, refused if it is out of range. */
  public static BigDecimal checked(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    checkMagnitude(magnitude(stripped));
    if (stripped.precision() > DIGITS) {
      throw DynamoDbFaults.validation(
          "Attempting to store more than 38 significant digits in a Number");
    }
    return stripped;
  }

  /** The number as the service writes it: plain, never with an exponent. */
  public static String text(BigDecimal value) {
    return value.toPlainString();
  }

  /** The power of ten of the first digit; 0 for zero. */
  static int magnitude(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.precision() - 1 - value.scale();
  }

  private static void checkMagnitude(long magnitude) {
    if (magnitude > HIGHEST) {
      throw DynamoDbFaults.validation(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (magnitude < LOWEST) {
      throw DynamoDbFaults.validation(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
  }

  private static String digits(Matcher form) {
    return form.group(2) + fraction(form);
  }

  private static String fraction(Matcher form) {
    String fraction = form.group(3);
    return fraction == null ? "" : fraction;
  }

  private static RuntimeException unreadable(String text) {
    String opening = "The parameter cannot be converted to a numeric value";
    String shown = text.length() <= 100 ? text : text.substring(0, 100) + "…";
    return DynamoDbFaults.validation(text.isEmpty() ? opening : opening + ": " + shown);
  }
}
