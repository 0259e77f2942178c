package dev.heddle.localstack.aws.stepfunctions.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.definition.ErrorRecovery.Retrier;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule deals with an error, and how long a retry waits. */
class ErrorRecoveryTest {
  private static ErrorRecovery retrying(String... errors) {
    List<Retrier> retriers =
        List.of(errors).stream()
            .map(names -> new Retrier(List.of(names.split(",")), 1, 3, 2, null, false))
            .toList();
    return new ErrorRecovery(retriers, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "E, E, true",
    "E, F, false",
    "E, e, false",
    "States.ALL, E, true",
    "States.ALL, States.Timeout, true",
    "States.ALL, States.DataLimitExceeded, true",
    "States.ALL, States.Runtime, false",
    "States.Runtime, States.Runtime, false",
    "States.TaskFailed, E, true",
    "States.TaskFailed, States.TaskFailed, true",
    "States.TaskFailed, States.Timeout, false",
    "States.TaskFailed, States.Runtime, false",
    "States.Timeout, States.Timeout, true",
    "States.Timeout, E, false",
    "States.HeartbeatTimeout, States.Timeout, false",
    "States.HeartbeatTimeout, States.HeartbeatTimeout, true"
  })
  void aNameMatches(String name, String error, boolean matches) {
    StateFailure failure = new StateFailure(error, null);
    assertThat(retrying(name).retrierFor(failure)).isEqualTo(matches ? 0 : -1);
  }

  @Test
  void silenceHasTwoNames() {
    StateFailure silence = new StateFailure("States.Timeout", null, true);
    assertThat(retrying("States.HeartbeatTimeout").retrierFor(silence)).isZero();
    assertThat(retrying("States.Timeout").retrierFor(silence)).isZero();
    assertThat(retrying("States.TaskFailed").retrierFor(silence)).isEqualTo(-1);
  }

  @Test
  void aFailureWithoutANameIsMatchedByAll() {
    StateFailure nameless = new StateFailure(null, null);
    assertThat(retrying("E", "States.ALL").retrierFor(nameless)).isEqualTo(1);
    assertThat(retrying("States.TaskFailed").retrierFor(nameless)).isZero();
    assertThat(retrying("E").retrierFor(nameless)).isEqualTo(-1);
  }

  @Test
  void theFirstThatMatchesIsTaken() {
    ErrorRecovery recovery = retrying("A,B", "B,C", "States.ALL");
    assertThat(recovery.retrierFor(new StateFailure("B", null))).isZero();
    assertThat(recovery.retrierFor(new StateFailure("C", null))).isEqualTo(1);
    assertThat(recovery.retrierFor(new StateFailure("D", null))).isEqualTo(2);
  }

  private static List<Double> delays(double interval, double backoff, Double most) {
    Retrier retrier = new Retrier(List.of("E"), interval, 5, backoff, most, false);
    return IntStream.range(0, 5).mapToObj(retrier::delay).toList();
  }

  @Test
  void delaysGrowByTheRate() {
    assertThat(delays(1, 2, null)).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0);
    assertThat(delays(3, 1, null)).containsExactly(3.0, 3.0, 3.0, 3.0, 3.0);
    assertThat(delays(2, 1.5, null)).containsExactly(2.0, 3.0, 4.5, 6.75, 10.125);
    assertThat(delays(0, 2, null)).containsOnly(0.0);
  }

  @Test
  void delaysGrowToTheirMost() {
    assertThat(delays(1, 2, 5.0)).containsExactly(1.0, 2.0, 4.0, 5.0, 5.0);
    assertThat(delays(9, 2, 5.0)).containsOnly(5.0);
  }

  @Test
  void noDelayIsEndless() {
    Retrier retrier = new Retrier(List.of("E"), 1, 99_999_999, 10, null, false);
    assertThat(retrier.delay(10_000)).isEqualTo(31_536_000);
  }
}
