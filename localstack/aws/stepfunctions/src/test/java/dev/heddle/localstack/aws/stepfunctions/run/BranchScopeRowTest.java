package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scope holds comes back from its row. */
class BranchScopeRowTest {
  private static final LiveExecution RUN =
      LiveExecutionFixture.run("'A':{'Type':'Pass','End':true}", "{}");

  static Stream<Phase> phases() {
    Working working =
        new Working(Working.Step.CALLING, "{\"a\":1}", "token", null, 10L, 5L, 3_000L, null);
    return Stream.of(
        new Phase.Ready(),
        new Phase.Sleeping(7),
        new Phase.Backoff(8),
        working,
        working.waiting("arn:job", 100),
        working.offered(),
        working.beat(200),
        working.early(TaskOutcome.of("[1]")),
        working.early(TaskOutcome.failed(null, null)),
        new Working(Working.Step.WAITING, "1", null, null, null, null, null, null),
        new Phase.Branching(),
        new Phase.Iterating(3, 2),
        new Phase.Fetching("{}", null),
        new Phase.Fetching("{}", "out"),
        new Phase.Mapping("arn:run", 4, 3, 1),
        new Phase.Done("{\"x\":null}"));
  }

  private static BranchScope scope() {
    BranchScope scope =
        new BranchScope(3, null, 1, RUN.machine.top(), Payload.parse("{\"in\":[1]}"));
    scope.variables.put("x", Payload.parse("{\"deep\":null}"));
    scope.variables.put("ü", Payload.parse("\"text\""));
    scope.attempts.put(0, 2);
    scope.attempts.put(3, 1);
    scope.entered = 11;
    scope.enteredAt = 12;
    scope.previous = 13;
    scope.retries = 4;
    scope.sequence = 5;
    return scope;
  }

  @ParameterizedTest
  @MethodSource("phases")
  void comesBackAsItWas(Phase phase) {
    BranchScope scope = scope();
    scope.phase = phase;
    ScopeRow row = scope.row();
    BranchScope.Snapshot frame = Json.mapper().readValue(row.body(), BranchScope.Snapshot.class);
    BranchScope back = BranchScope.of(frame, null, RUN.machine.top());
    assertThat(back.phase).isEqualTo(phase);
    assertThat(back.id).isEqualTo(3);
    assertThat(back.index).isEqualTo(1);
    assertThat(back.state).isEqualTo("A");
    assertThat(back.input).isEqualTo(scope.input);
    assertThat(back.variables).isEqualTo(scope.variables);
    assertThat(back.attempts).isEqualTo(scope.attempts);
    assertThat(back.entered).isEqualTo(11);
    assertThat(back.enteredAt).isEqualTo(12);
    assertThat(back.previous).isEqualTo(13);
    assertThat(back.retries).isEqualTo(4);
    assertThat(back.sequence).isEqualTo(5);
    assertThat(back.size()).isEqualTo(scope.size());
    assertThat(row.due()).isEqualTo(phase.due());
    assertThat(row.live()).isEqualTo(phase.live());
  }

  @Test
  void onlyWhatWaitsForATimeIsDue() {
    assertThat(new Phase.Sleeping(7).due()).isEqualTo(7);
    assertThat(new Phase.Backoff(8).due()).isEqualTo(8);
    assertThat(working(null, null).due()).isNull();
    assertThat(working(9L, null).due()).isEqualTo(9);
    assertThat(working(null, 4L).due()).isEqualTo(4);
    assertThat(working(9L, 4L).due()).isEqualTo(4);
    assertThat(working(3L, 4L).due()).isEqualTo(3);
    assertThat(new Phase.Branching().due()).isNull();
  }

  private static Working working(Long deadline, Long heartbeat) {
    return new Working(Working.Step.WAITING, "1", null, null, deadline, heartbeat, 2L, null);
  }

  @Test
  void silenceIsCountedAnewWithEveryBeat() {
    Working working = working(50L, 4L);
    assertThat(working.beat(100).heartbeat()).isEqualTo(102);
    assertThat(working.waiting(null, 100).heartbeat()).isEqualTo(102);
    assertThat(working.offered().heartbeat()).as("nobody is silent yet").isNull();
    assertThat(working.beat(100).deadline()).isEqualTo(50);
  }

  @Test
  void enteringAStateLeavesNothingOfTheOneBefore() {
    BranchScope scope = scope();
    scope.phase = new Phase.Sleeping(1);
    scope.enter("A", Payload.parse("2"));
    assertThat(scope.phase).isEqualTo(new Phase.Ready());
    assertThat(scope.attempts).isEmpty();
    assertThat(scope.retries).isZero();
    assertThat(scope.sequence).as("late answers are told by it").isEqualTo(6);
    assertThat(scope.input.text()).isEqualTo("2");
    assertThat(scope.variables).hasSize(2);
  }

  @Test
  void variablesOfOuterScopesAreSeenAndHidden() {
    BranchScope outer = scope();
    BranchScope inner = new BranchScope(4, outer, 0, RUN.machine.top(), Payload.parse("1"));
    inner.variables.put("y", Payload.parse("5"));
    assertThat(inner.variable("x")).isEqualTo(Json.parse("{\"deep\":null}"));
    assertThat(inner.variable("y")).isEqualTo(Json.parse("5"));
    assertThat(inner.variable("z")).isNull();
    assertThat(outer.variable("y")).isNull();
  }
}
