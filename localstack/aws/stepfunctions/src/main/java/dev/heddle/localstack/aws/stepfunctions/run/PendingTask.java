package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Task that waits for someone, without the token by which they answer.
 *
 * @param until when it times out; null for never
 * @param heartbeat by when someone must say that they are still at it; null if nobody must
 */
public record PendingTask(
    String executionArn,
    String machine,
    String state,
    WaitReason on,
    Instant since,
    @Nullable Instant until,
    @Nullable Instant heartbeat) {

  /** Whom a Task waits for. */
  public enum WaitReason {
    TOKEN("a token"),
    WORKER("a worker to take it"),
    CHILD("its child");

    private final String words;

    WaitReason(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  static Optional<PendingTask> of(Execution execution, ScopeRow row) {
    BranchScope.Snapshot frame = Json.mapper().readValue(row.body(), BranchScope.Snapshot.class);
    if (!(frame.phase() instanceof Phase.Working work)
        || work.step() == Phase.Working.Step.CALLING) {
      return Optional.empty();
    }
    WaitReason child = work.job() == null ? WaitReason.TOKEN : WaitReason.CHILD;
    return Optional.of(
        new PendingTask(
            execution.arn(),
            execution.machineName(),
            frame.state(),
            work.step() == Phase.Working.Step.OFFERED ? WaitReason.WORKER : child,
            Instant.ofEpochMilli(frame.enteredAt()),
            instant(work.deadline()),
            instant(work.heartbeat())));
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
