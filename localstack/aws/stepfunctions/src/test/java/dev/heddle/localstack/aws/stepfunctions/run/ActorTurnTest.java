package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;
import dev.heddle.localstack.aws.stepfunctions.store.TurnCommit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What one turn stores, and what it wants done afterwards. */
class ActorTurnTest {
  private static final String WAIT = "'A':{'Type':'Wait','Seconds':5,'End':true}";
  private static final String TASK =
      "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','TimeoutSeconds':9,'End':true}";

  private static TurnCommit commit(ActorTurn turn) {
    return Objects.requireNonNull(turn.commit());
  }

  private static List<String> types(ActorTurn turn) {
    return commit(turn).events().stream().map(HistoryEvent::type).toList();
  }

  @Test
  void aTurnInWhichNothingHappensStoresNothing() {
    LiveExecution run = LiveExecutionFixture.run(WAIT, "{}");
    LiveExecutionFixture.begin(run);
    ActorTurn early =
        LiveExecutionFixture.tell(
            run, 1, new ActorMessage.Wake(LiveExecutionFixture.NOW.plusSeconds(5).toEpochMilli()));
    assertThat(early.commit()).isNull();
    assertThat(early.effects)
        .containsExactly(new Effect.Alarm(LiveExecutionFixture.NOW.plusSeconds(5).toEpochMilli()));
  }

  @Test
  void theFirstTurnStoresTheRunAsFarAsItWent() {
    ActorTurn turn = LiveExecutionFixture.begin(LiveExecutionFixture.run(WAIT, "{}"));
    assertThat(types(turn)).containsExactly("ExecutionStarted", "WaitStateEntered");
    ScopeRow row = commit(turn).changedScopes().getFirst();
    assertThat(row.due()).isEqualTo(LiveExecutionFixture.NOW.plusSeconds(5).toEpochMilli());
    assertThat(commit(turn).progress().lastEvent()).isEqualTo(2);
    assertThat(commit(turn).progress().nextScope()).isEqualTo(1);
    assertThat(turn.effects).contains(new Effect.Alarm(row.due()));
  }

  @Test
  void aSecondBeginningChangesNothing() {
    LiveExecution run = LiveExecutionFixture.run(WAIT, "{}");
    LiveExecutionFixture.begin(run);
    assertThat(LiveExecutionFixture.begin(run).commit()).isNull();
  }

  @Test
  void theEndOfAWaitIsTakenOnce() {
    LiveExecution run = LiveExecutionFixture.run(WAIT, "{}");
    LiveExecutionFixture.begin(run);
    ActorMessage wake =
        new ActorMessage.Wake(LiveExecutionFixture.NOW.plusSeconds(5).toEpochMilli());
    assertThat(types(LiveExecutionFixture.tell(run, 5, wake)))
        .containsExactly("WaitStateExited", "ExecutionSucceeded");
    assertThat(LiveExecutionFixture.tell(run, 5, wake).commit()).isNull();
    assertThat(run.progress.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aTaskIsQueuedThenBegunThenHeard() {
    LiveExecution run = LiveExecutionFixture.run(TASK, "{}");
    ActorTurn first = LiveExecutionFixture.begin(run);
    BranchScope scope = Objects.requireNonNull(run.scope(0));
    assertThat(first.effects).contains(new Effect.Queue(0, scope.sequence));
    ActorTurn second =
        LiveExecutionFixture.tell(run, 0, new ActorMessage.Dispatch(0, scope.sequence, "owner"));
    assertThat(second.effects).singleElement().isInstanceOf(Effect.Begin.class);
    assertThat(second.commit()).as("a call that was begun is begun again after a crash").isNull();
    var reply = new TaskReply.Result(Json.parse("7"));
    ActorTurn third =
        LiveExecutionFixture.tell(run, 1, new ActorMessage.Returned(0, scope.sequence, reply));
    assertThat(types(third))
        .containsExactly("TaskSucceeded", "TaskStateExited", "ExecutionSucceeded");
    assertThat(run.progress.output()).isEqualTo("7");
  }

  @Test
  void anAnswerToAnEarlierAttemptIsNotHeard() {
    LiveExecution run = LiveExecutionFixture.run(TASK, "{}");
    LiveExecutionFixture.begin(run);
    int sequence = Objects.requireNonNull(run.scope(0)).sequence;
    var reply = new TaskReply.Result(Json.parse("7"));
    assertThat(
            LiveExecutionFixture.tell(run, 1, new ActorMessage.Returned(0, sequence - 1, reply))
                .commit())
        .isNull();
    assertThat(
            LiveExecutionFixture.tell(run, 1, new ActorMessage.Returned(9, sequence, reply))
                .commit())
        .isNull();
    assertThat(run.ended()).isFalse();
  }

  @Test
  void aPlaceForACallThatIsNotWantedIsGivenBack() {
    LiveExecution run = LiveExecutionFixture.run(TASK, "{}");
    LiveExecutionFixture.begin(run);
    ActorTurn turn = LiveExecutionFixture.tell(run, 0, new ActorMessage.Dispatch(0, 99, "owner"));
    assertThat(turn.effects).containsExactly(new Effect.Release());
  }

  @Test
  void aJobThatNobodyWaitsForIsStopped() {
    LiveExecution run = LiveExecutionFixture.run(TASK, "{}");
    LiveExecutionFixture.begin(run);
    var late = new TaskReply.Submitted(Json.object(), "arn:job");
    ActorTurn turn = LiveExecutionFixture.tell(run, 1, new ActorMessage.Returned(0, 99, late));
    assertThat(turn.effects).containsExactly(new Effect.StopJob("arn:job"));
  }

  @Test
  void aTimeoutIsTakenFromTheTurnsOwnTime() {
    LiveExecution run = LiveExecutionFixture.run(TASK, "{}");
    LiveExecutionFixture.begin(run);
    long due = LiveExecutionFixture.NOW.plusSeconds(9).toEpochMilli();
    assertThat(types(LiveExecutionFixture.tell(run, 9, new ActorMessage.Wake(due))))
        .containsExactly("TaskTimedOut", "ExecutionFailed");
    assertThat(run.progress.error()).isEqualTo("States.Timeout");
  }

  @Test
  void aStoppedRunStaysStopped() {
    LiveExecution run = LiveExecutionFixture.run(WAIT, "{}");
    LiveExecutionFixture.begin(run);
    var reply = new CompletableFuture<Long>();
    ActorTurn turn = LiveExecutionFixture.tell(run, 2, new ActorMessage.Stop("E", "c", reply));
    assertThat(types(turn)).containsExactly("ExecutionAborted");
    assertThat(reply).as("only when it is durable").isNotDone();
    turn.effects.forEach(ActorTurnTest::acknowledge);
    assertThat(reply).isCompletedWithValue(LiveExecutionFixture.NOW.plusSeconds(2).toEpochMilli());
    var again = new CompletableFuture<Long>();
    ActorTurn second = LiveExecutionFixture.tell(run, 7, new ActorMessage.Stop("F", "d", again));
    assertThat(second.commit()).isNull();
    second.effects.forEach(ActorTurnTest::acknowledge);
    assertThat(again).as("when it had stopped").isCompletedWithValue(reply.join());
    assertThat(run.progress.error()).isEqualTo("E");
  }

  private static void acknowledge(Effect effect) {
    if (effect instanceof Effect.Acknowledge(Runnable answer)) {
      answer.run();
    }
  }

  @Test
  void whatASucceededRunHeldIsGone() {
    LiveExecution run =
        LiveExecutionFixture.run(
            "'A':{'Type':'Parallel','End':true,'Branches':[{'StartAt':'B','States':{'B':"
                + "{'Type':'Pass','End':true}}},{'StartAt':'C','States':{'C':{'Type':'Pass',"
                + "'End':true}}}]}",
            "{}");
    ActorTurn turn = LiveExecutionFixture.begin(run);
    assertThat(run.scopes).isEmpty();
    assertThat(commit(turn).removedScopes()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(commit(turn).changedScopes()).isEmpty();
  }

  @Test
  void aMapKeepsItsItemsAsLongAsItLasts() {
    LiveExecution run =
        LiveExecutionFixture.run(
            "'A':{'Type':'Map','MaxConcurrency':1,'End':true,'ItemProcessor':{'StartAt':'W',"
                + "'States':{'W':{'Type':'Wait','Seconds':1,'End':true}}}}",
            "[1,2]");
    ActorTurn turn = LiveExecutionFixture.begin(run);
    assertThat(commit(turn).items()).containsOnlyKeys(0);
    assertThat(new String(commit(turn).items().get(0), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("[1,2]");
    LiveExecutionFixture.tell(run, 1, wake(1));
    assertThat(run.items).containsOnlyKeys(0);
    ActorTurn last = LiveExecutionFixture.tell(run, 2, wake(2));
    assertThat(run.items).isEmpty();
    assertThat(commit(last).clearedScopes()).contains(0);
    assertThat(run.progress.output()).isEqualTo("[1,2]");
  }

  private static ActorMessage wake(long seconds) {
    return new ActorMessage.Wake(LiveExecutionFixture.NOW.plusSeconds(seconds).toEpochMilli());
  }

  @Test
  void eventsAreChainedPerScope() {
    LiveExecution run = LiveExecutionFixture.run(WAIT, "{}");
    ActorTurn turn = new ActorTurn(run, LiveExecutionFixture.NOW);
    BranchScope one = turn.open(null, 0, Payload.parse("1"));
    long first = turn.chain(one, "X", Json.object());
    turn.emit("Y", 0, Json.object());
    long second = turn.chain(one, "Z", Json.object());
    assertThat(commit(turn).events())
        .extracting(HistoryEvent::previous)
        .containsExactly(0L, 0L, first);
    assertThat(second).isEqualTo(3);
  }
}
