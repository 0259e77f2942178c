package dev.heddle.localstack.aws.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as key bytes: for any two, the order of the bytes is the order of the numbers. */
class NumberOrderTest {
  private static final int CASES = 200_000;

  private final Random random = new Random(7_041_776);

  private BigDecimal number() {
    int digits = 1 + random.nextInt(random.nextBoolean() ? 3 : 38);
    BigInteger unscaled =
        new BigInteger(3 * digits, random).mod(BigInteger.TEN.pow(digits)).max(BigInteger.ONE);
    int magnitude = random.nextBoolean() ? random.nextInt(5) - 2 : random.nextInt(256) - 130;
    int scale = unscaled.toString().length() - 1 - magnitude;
    BigDecimal number = new BigDecimal(unscaled, scale);
    return DynamoDbNumbers.checked(random.nextBoolean() ? number : number.negate());
  }

  /** Often a neighbour, so that long common beginnings are compared too. */
  private BigDecimal related(BigDecimal other) {
    return switch (random.nextInt(4)) {
      case 0 -> other.negate();
      case 1 -> shorter(other);
      case 2 -> other;
      default -> number();
    };
  }

  private static BigDecimal shorter(BigDecimal other) {
    BigInteger unscaled = other.unscaledValue().divide(BigInteger.TEN);
    return unscaled.signum() == 0
        ? BigDecimal.ZERO
        : DynamoDbNumbers.checked(new BigDecimal(unscaled, other.scale() - 1));
  }

  @Test
  void bytesAreOrderedAsNumbersAre() {
    for (int i = 0; i < CASES; i++) {
      BigDecimal one = number();
      BigDecimal other = related(one);
      int bytes =
          Arrays.compareUnsigned(DecimalEncoding.encode(one), DecimalEncoding.encode(other));
      assertThat(Integer.signum(bytes)).as("%s and %s", one, other).isEqualTo(one.compareTo(other));
    }
  }

  @Test
  void bytesAreReadBack() {
    for (int i = 0; i < CASES; i++) {
      BigDecimal number = number();
      assertThat(DecimalEncoding.decode(DecimalEncoding.encode(number))).isEqualTo(number);
    }
  }

  @Test
  void theExtremesAreInOrder() {
    List<String> ascending =
        List.of(
            "-9.9999999999999999999999999999999999999E125",
            "-1E125",
            "-10",
            "-1.1",
            "-1",
            "-0.1",
            "-1E-130",
            "0",
            "1E-130",
            "0.1",
            "1",
            "1.1",
            "10",
            "1E125",
            "9.9999999999999999999999999999999999999E125");
    List<byte[]> bytes = new ArrayList<>();
    ascending.forEach(text -> bytes.add(DecimalEncoding.encode(DynamoDbNumbers.parse(text))));
    assertThat(bytes).isSortedAccordingTo(Arrays::compareUnsigned).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "007, 7",
    "+5, 5",
    "-0, 0",
    "0.000, 0",
    "1E3, 1000",
    "1e-3, 0.001",
    ".5, 0.5",
    "5., 5",
    "-1.50, -1.5",
    "0E500, 0",
    "100E-2, 1",
    "1000000000000000000000000000000000000000, " + "1000000000000000000000000000000000000000"
  })
  void textIsNormalised(String text, String expected) {
    assertThat(DynamoDbNumbers.text(DynamoDbNumbers.parse(text))).isEqualTo(expected);
  }
}
