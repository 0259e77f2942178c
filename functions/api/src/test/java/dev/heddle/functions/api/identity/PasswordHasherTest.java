package dev.heddle.functions.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private final PasswordHasher quick = new PasswordHasher(4);

  @Test
  void knowsAPasswordByItsHash() {
    String hash = quick.hash("correct horse battery");

    assertThat(quick.matches("correct horse battery", Optional.of(hash))).isTrue();
    assertThat(quick.matches("correct horse batterz", Optional.of(hash))).isFalse();
    assertThat(quick.hash("correct horse battery")).isNotEqualTo(hash);
  }

  @Test
  void countsEveryCharacterOfALongPassword() {
    String first = "ä".repeat(900) + "1";
    String hash = quick.hash(first);

    assertThat(quick.matches(first, Optional.of(hash))).isTrue();
    assertThat(quick.matches("ä".repeat(900) + "2", Optional.of(hash))).isFalse();
  }

  @Test
  void takesAZeroByteForACharacterLikeAnyOther() {
    String hash = quick.hash("before\0after");

    assertThat(quick.matches("before\0other", Optional.of(hash))).isFalse();
    assertThat(quick.matches("before\0after", Optional.of(hash))).isTrue();
  }

  @Test
  void readsAnAccentInEitherSpelling() {
    assertThat(quick.matches("cafe\u0301 society", Optional.of(quick.hash("caf\u00e9 society"))))
        .isTrue();
  }

  @Test
  void takesAsLongForNobodyAsForSomeone() {
    PasswordHasher slower = new PasswordHasher(9);
    String hash = slower.hash("correct horse battery");

    Duration someone = shortest(() -> slower.matches("a wrong password", Optional.of(hash)));
    Duration nobody = shortest(() -> slower.matches("a wrong password", Optional.empty()));

    assertThat(nobody).isBetween(someone.dividedBy(3), someone.multipliedBy(3));
  }

  @Test
  void costsTwelve() {
    assertThat(new PasswordHasher().hash("correct horse battery"))
        .startsWith("$2a$12$")
        .hasSize(60);
  }

  @Test
  void letsNobodyInByTheDecoy() {
    assertThat(quick.matches("", Optional.empty())).isFalse();
    assertThat(quick.matches("abcdefghijklmnopqrstuu", Optional.empty())).isFalse();
  }

  /** The shortest of several: what else the machine does only makes them longer. */
  private static Duration shortest(Runnable work) {
    return Stream.generate(() -> time(work)).limit(5).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
