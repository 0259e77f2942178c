package dev.heddle.localstack.aws.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Searching bytes finds what a plain search finds, and is never slow. */
class BinaryValueTest {
  private final Random random = new Random(1_977);

  private BinaryValue bytes(int length) {
    byte[] array = new byte[length];
    for (int at = 0; at < length; at++) {
      array[at] = (byte) ('a' + random.nextInt(2));
    }
    return new BinaryValue(array);
  }

  private static String text(BinaryValue bytes) {
    return new String(bytes.array(), StandardCharsets.US_ASCII);
  }

  @Test
  void findsWhatAPlainSearchFinds() {
    for (int i = 0; i < 50_000; i++) {
      BinaryValue all = bytes(random.nextInt(20));
      BinaryValue part = bytes(random.nextInt(6));
      assertThat(all.contains(part)).isEqualTo(text(all).contains(text(part)));
      assertThat(all.startsWith(part)).isEqualTo(text(all).startsWith(text(part)));
    }
  }

  @Test
  void findsInTimeWhatIsMadeToBeSlow() {
    byte[] part = new byte[200_000];
    part[part.length - 1] = 1;
    byte[] all = new byte[400_000];
    Arrays.fill(all, (byte) 0);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThat(new BinaryValue(all).contains(new BinaryValue(part))).isFalse());
  }
}
