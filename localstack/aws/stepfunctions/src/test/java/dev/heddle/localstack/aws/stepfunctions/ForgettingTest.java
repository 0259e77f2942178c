package dev.heddle.localstack.aws.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.MemoryStore;
import dev.heddle.localstack.aws.stepfunctions.store.TurnCommit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Retention in virtual time: what is forgotten, when, and in how small pieces. */
class ForgettingTest {
  private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
  private final MemoryStore store = new MemoryStore();
  private final VirtualTime time = new VirtualTime(BEGIN);
  private final ExecutionRetention retention = new ExecutionRetention(store, time, Runnable::run);

  private String ended(boolean express, Duration after) {
    long id = store.nextExecution();
    String arn = "arn:" + id;
    var execution =
        new Execution(
            id, arn, "arn:m", null, null, "n", "r", "o", express, "h", "{}", null, 0, null, null,
            null);
    TurnCommit first = TurnCommit.first(execution);
    long stopped = BEGIN.plus(after).toEpochMilli();
    store.start(
        new TurnCommit(
            execution,
            ExecutionProgress.NONE.ended(ExecutionStatus.SUCCEEDED, stopped, "1", null, null),
            first.events(),
            first.changedScopes(),
            first.removedScopes(),
            first.clearedScopes(),
            first.items(),
            first.results(),
            first.documents()));
    return arn;
  }

  private void passTo(Duration after) {
    while (time.now().isBefore(BEGIN.plus(after))) {
      time.advance();
    }
  }

  @Test
  void standardExecutionsStayNinetyDays() {
    String arn = ended(false, Duration.ZERO);
    retention.start();
    passTo(Duration.ofDays(90).minusMinutes(10));
    assertThat(store.find(arn)).isPresent();
    passTo(Duration.ofDays(90).plusMinutes(20));
    assertThat(store.find(arn)).isEmpty();
  }

  @Test
  void expressExecutionsStayAnHour() {
    String arn = ended(true, Duration.ZERO);
    String later = ended(true, Duration.ofMinutes(30));
    retention.start();
    passTo(Duration.ofMinutes(50));
    assertThat(store.find(arn)).isPresent();
    passTo(Duration.ofMinutes(80));
    assertThat(store.find(arn)).isEmpty();
    assertThat(store.find(later)).isPresent();
  }

  @Test
  void moreThanABatchIsForgottenAtOnce() {
    for (int i = 0; i < 450; i++) {
      ended(true, Duration.ofHours(-2));
    }
    retention.start();
    assertThat(store.forget(Long.MAX_VALUE, true, 1_000)).isZero();
  }

  @Test
  void nothingIsForgottenOnceItIsClosed() {
    String arn = ended(true, Duration.ofHours(-2));
    retention.close();
    retention.start();
    assertThat(store.find(arn)).isPresent();
  }
}
