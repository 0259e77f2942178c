package dev.heddle.localstack.aws.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
  private static final Instant ANCHOR = Instant.parse("2026-03-01T10:00:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(0 10 * * ? *)|UTC|2026-03-01T10:00:00Z|2026-03-01T10:00:00Z",
        "cron(0 10 * * ? *)|UTC|2026-03-01T10:00:00.001Z|2026-03-02T10:00:00Z",
        "cron(0/15 * * * ? *)|UTC|2026-03-01T10:01:00Z|2026-03-01T10:15:00Z",
        "cron(15 12 ? * MON-FRI *)|UTC|2026-03-01T00:00:00Z|2026-03-02T12:15:00Z",
        "cron(0 8 1 JAN,JUL ? *)|UTC|2026-03-01T00:00:00Z|2026-07-01T08:00:00Z",
        "cron(0 0 L * ? *)|UTC|2026-02-01T00:00:01Z|2026-02-28T00:00:00Z",
        "cron(0 0 3W * ? *)|UTC|2026-05-01T00:00:00Z|2026-05-04T00:00:00Z",
        "cron(0 0 ? * 6#3 *)|UTC|2026-03-01T00:00:00Z|2026-03-20T00:00:00Z",
        "cron(0 0 ? * 1 *)|UTC|2026-03-02T00:00:00Z|2026-03-08T00:00:00Z",
        "cron(0 0 29 2 ? *)|UTC|2026-03-01T00:00:00Z|2028-02-29T00:00:00Z",
        "cron(0 9 * * ? *)|Asia/Tokyo|2026-03-01T00:00:00Z|2026-03-01T00:00:00Z",
        "cron(30 9 * * ? *)|Asia/Kolkata|2026-03-01T00:00:00Z|2026-03-01T04:00:00Z",
        "rate(5 minutes)|UTC|2026-03-01T10:00:31Z|2026-03-01T10:05:30Z",
        "rate(5 minutes)|UTC|2026-03-01T10:05:30Z|2026-03-01T10:05:30Z",
        "rate(1 hour)|UTC|2026-02-01T00:00:00Z|2026-03-01T10:00:30Z",
        "rate(2 days)|UTC|2026-03-02T10:00:00Z|2026-03-03T10:00:30Z",
        "at(2026-07-01T12:00:00)|Europe/Berlin|2026-03-01T00:00:00Z|2026-07-01T10:00:00Z",
      })
  void findsTheNextTime(String expression, String zone, Instant from, Instant next) {
    Recurrence recurrence = Expressions.parse(expression, Expressions.zone(zone), ANCHOR);
    assertThat(recurrence.from(from)).contains(next);
    assertThat(recurrence.upTo(next)).contains(next);
  }

  /** In 2026 Berlin has no 2:30 on 29 March, and two of them on 25 October. */
  @Test
  void skipsWhatSummerTimeSkipsAndRepeatsNothing() {
    Recurrence daily = berlin("cron(30 2 * * ? *)");
    assertThat(times(daily, "2026-03-27T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2026-03-28T01:30:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
    assertThat(times(daily, "2026-10-24T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
    assertThat(daily.upTo(Instant.parse("2026-03-29T12:00:00Z")))
        .contains(Instant.parse("2026-03-28T01:30:00Z"));
  }

  @Test
  void goesOnAfterTheRepeatedHour() {
    Recurrence quarters = berlin("cron(0/30 * * * ? *)");
    assertThat(times(quarters, "2026-10-25T00:29:00Z", 3))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T02:00:00Z"),
            Instant.parse("2026-10-25T02:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "rate(-1 days)",
        "rate(5)",
        "rate(99999999 days)",
        "cron(0 10 * * * *)",
        "cron(0 10 ? * ? *)",
        "cron(60 10 * * ? *)",
        "cron(0 10 * * ?)",
        "cron(0 0 0 1 1 ? *)",
        "cron()",
        "cron(a b c d ? f)",
        "at(2026-02-30T00:00:00)",
        "at(2026-13-01T00:00:00)",
        "at(tomorrow)",
        "every day",
        "cron(0 10 * * ? *) ",
      })
  void refusesOtherExpressions(String expression) {
    assertThatThrownBy(() -> Expressions.parse(expression, Expressions.zone("UTC"), ANCHOR))
        .isInstanceOf(AwsFault.class)
        .hasMessageContaining("Invalid Schedule Expression");
  }

  @Timeout(5)
  @ParameterizedTest
  @ValueSource(strings = {"cron(0 0 31 2 ? *)", "cron(0 0 1 1 ? 1999)", "cron(30 2 29 3 ? 2026)"})
  void aTimeThatNeverComesIsNone(String expression) {
    Recurrence never = berlin(expression);
    assertThat(never.from(ANCHOR)).isEmpty();
  }

  private static Recurrence berlin(String expression) {
    return Expressions.parse(expression, Expressions.zone("Europe/Berlin"), ANCHOR);
  }

  private static List<Instant> times(Recurrence recurrence, String from, int count) {
    List<Instant> times = new ArrayList<>();
    Optional<Instant> next = recurrence.from(Instant.parse(from));
    while (next.isPresent() && times.size() < count) {
      times.add(next.get());
      next = recurrence.from(next.get().plusMillis(1));
    }
    return times;
  }
}
