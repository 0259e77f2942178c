package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The mailbox of one execution, and the execution itself while it is in memory. */
final class ExecutionActor {
  final long execution;
  final String owner;
  private final Deque<ActorMessage> mailbox = new ArrayDeque<>(4);

  /** Touched only by the turn being taken. */
  @Nullable LiveExecution run;

  /** Who waits for its start to be durable; null once it is. */
  @Nullable CompletableFuture<Optional<StoredExecution>> starting;

  /** Whether it holds more than may stay in memory while it only waits. */
  volatile boolean large;

  private boolean busy;
  private boolean gone;
  private int committing;

  ExecutionActor(long execution, String owner) {
    this.execution = execution;
    this.owner = owner;
  }

  /** What became of a message. */
  enum PostResult {
    /** A turn must be arranged for it. */
    ARRANGE,
    /** A turn that is arranged takes it. */
    TAKEN,
    /** The actor has been dropped; another must take it. */
    GONE
  }

  synchronized PostResult put(ActorMessage message) {
    if (gone) {
      return PostResult.GONE;
    }
    mailbox.add(message);
    PostResult post = busy ? PostResult.TAKEN : PostResult.ARRANGE;
    busy = true;
    return post;
  }

  synchronized @Nullable ActorMessage poll() {
    return mailbox.poll();
  }

  /** Ends a turn; true when another must follow. */
  synchronized boolean endTurn(boolean more) {
    busy = more || !mailbox.isEmpty();
    return busy;
  }

  synchronized void committing() {
    committing++;
  }

  synchronized void committed() {
    committing--;
  }

  /** Takes no more messages if it has nothing to do and all of it is stored; says whether. */
  synchronized boolean retire() {
    gone |= !busy && committing == 0 && mailbox.isEmpty();
    return gone;
  }
}
