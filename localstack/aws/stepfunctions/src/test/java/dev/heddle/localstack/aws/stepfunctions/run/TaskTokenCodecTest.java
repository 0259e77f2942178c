package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens lead back to their task, and nothing else does. */
class TaskTokenCodecTest {
  private static String encoded(String plain) {
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTokenHoldsItsAddress() {
    String token = TaskTokenCodec.create(Long.MAX_VALUE, 42);
    assertThat(TaskTokenCodec.read(token)).contains(new TaskTokenCodec.Address(Long.MAX_VALUE, 42));
    assertThat(TaskTokenCodec.create(1, 2)).isNotEqualTo(TaskTokenCodec.create(1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "h1/1/2",
        "h1/1/2/3/4",
        "h2/1/2/3",
        "h1/a/2/3",
        "h1/1/b/3",
        "h1/1/99999999999/3",
        "h1/99999999999999999999/1/3",
        "h1///"
      })
  void whatWasNotMadeHereIsNoToken(String plain) {
    assertThat(TaskTokenCodec.read(encoded(plain))).isEmpty();
    assertThat(TaskTokenCodec.read(plain)).isEmpty();
  }

  @Test
  void anyTextIsReadWithoutATrace() {
    Random random = new Random(1);
    byte[] bytes = new byte[24];
    for (int i = 0; i < 2_000; i++) {
      random.nextBytes(bytes);
      assertThat(TaskTokenCodec.read(new String(bytes, StandardCharsets.ISO_8859_1))).isEmpty();
      assertThat(TaskTokenCodec.read(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }
  }
}
