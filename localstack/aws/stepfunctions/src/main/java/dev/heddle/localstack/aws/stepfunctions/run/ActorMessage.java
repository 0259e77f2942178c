package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What an execution's actor can be told. */
sealed interface ActorMessage {

  /** Begin, or go on where a turn left off. */
  record Proceed() implements ActorMessage {}

  /** A time that the execution waited for has come, in milliseconds since the epoch. */
  record Wake(long at) implements ActorMessage {}

  /** A distributed Map may have items to start, after a restart. */
  record Refill(int scope, int sequence) implements ActorMessage {}

  /** A task may be called now; the place for it is its owner's. */
  record Dispatch(int scope, int sequence, String owner) implements ActorMessage {}

  /** A task's call has returned. */
  record Returned(int scope, int sequence, TaskReply reply) implements ActorMessage {}

  /** A job that a task waits for has ended. */
  record JobEnded(int scope, int sequence, StoredExecution job) implements ActorMessage {}

  /** A worker returns a token, or sends a heartbeat if there is no outcome. */
  record Token(
      int scope, String token, @Nullable TaskOutcome outcome, CompletableFuture<TokenStatus> reply)
      implements ActorMessage {}

  /** A worker takes the task it was offered; the reply is empty if it comes too late. */
  record Take(
      int scope,
      int sequence,
      @Nullable String worker,
      CompletableFuture<Optional<ActivityTask>> reply)
      implements ActorMessage {}

  /** Someone changes how a map run goes on; the reply is whether it was still running. */
  record Adjust(
      String mapRun,
      @Nullable Integer limit,
      @Nullable Integer tolerated,
      CompletableFuture<Boolean> reply)
      implements ActorMessage {}

  /** Someone redrives the execution; the reply is when, or empty if it cannot be redriven. */
  record Redrive(CompletableFuture<Optional<Long>> reply) implements ActorMessage {}

  /** Someone stops the execution. */
  record Stop(@Nullable String error, @Nullable String cause, CompletableFuture<Long> reply)
      implements ActorMessage {}
}
