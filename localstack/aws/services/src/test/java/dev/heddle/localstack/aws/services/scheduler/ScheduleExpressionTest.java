package dev.heddle.localstack.aws.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleExpressionTest {
  private static final Instant ANCHOR = Instant.parse("2026-03-01T10:00:30Z");

  @Timeout(5)
  @ParameterizedTest
  @MethodSource("dev.heddle.localstack.aws.services.scheduler.ScheduleCases#accepted")
  void findsTheTimesOfTheTable(ScheduleCases.Accepted row) {
    ScheduleExpression recurrence =
        ScheduleExpressionParser.parse(
            row.expression(), ScheduleExpressionParser.zone(row.zone()), row.anchor());
    List<Instant> all =
        times(recurrence, row.after().plusMillis(1), Math.max(1, row.next().size()));
    assertThat(all).isEqualTo(row.next());
    assertThat(all).allSatisfy(time -> assertThat(recurrence.upTo(time)).contains(time));
  }

  @Timeout(5)
  @ParameterizedTest
  @MethodSource("dev.heddle.localstack.aws.services.scheduler.ScheduleCases#refused")
  void aNewScheduleTakesNoOther(String expression) {
    assertThatThrownBy(
            () -> {
              ScheduleExpressionParser.checkNew(expression);
              ScheduleExpressionParser.parse(expression, ZoneOffset.UTC, ANCHOR);
            })
        .isInstanceOf(AwsFault.class)
        .hasMessageContaining("Invalid Schedule Expression");
  }

  /** They were taken once; a data folder may hold them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(0 9 ? * mon-fri *)|2026-03-02T09:00:00Z",
        "cron(0 9 ? * FRI-MON *)|2026-03-02T09:00:00Z",
        "cron(0  9 * * ? *)|2026-03-02T09:00:00Z",
        "rate(1 minutes)|2026-03-01T10:01:30Z",
      })
  void whatIsStoredGoesOn(String expression, Instant next) {
    assertThatThrownBy(() -> ScheduleExpressionParser.checkNew(expression))
        .isInstanceOf(AwsFault.class);
    assertThat(
            ScheduleExpressionParser.parse(expression, ZoneOffset.UTC, ANCHOR)
                .from(ANCHOR.plusMillis(1)))
        .contains(next);
  }

  /** In 2026 Berlin has no 2:30 on 29 March. */
  @Test
  void looksBackPastWhatSummerTimeSkips() {
    assertThat(berlin("cron(30 2 * * ? *)").upTo(Instant.parse("2026-03-29T12:00:00Z")))
        .contains(Instant.parse("2026-03-28T01:30:00Z"));
  }

  private static ScheduleExpression berlin(String expression) {
    return ScheduleExpressionParser.parse(
        expression, ScheduleExpressionParser.zone("Europe/Berlin"), ANCHOR);
  }

  private static List<Instant> times(ScheduleExpression recurrence, Instant from, int count) {
    List<Instant> times = new ArrayList<>();
    Optional<Instant> next = recurrence.from(from);
    while (next.isPresent() && times.size() < count) {
      times.add(next.get());
      next = recurrence.from(next.get().plusMillis(1));
    }
    return times;
  }
}
