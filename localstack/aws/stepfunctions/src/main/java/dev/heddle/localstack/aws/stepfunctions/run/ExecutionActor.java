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
  // Small: most executions get one message at a time and a million of them may be in memory.
  private final Deque<ActorMessage> mailbox = new ArrayDeque<>(4);

  /** Touched only by the turn being taken. */
  @Nullable LiveExecution run;

  /** Who waits for its start to be durable; null once it is. */
  @Nullable CompletableFuture<Optional<StoredExecution>> starting;

  /** Whether it holds more than may stay in memory while it only waits. */
  volatile boolean large;

  // True from the message that arranges a turn to the end of the last turn: as long as it is,
  // nobody else arranges one, which is why a run needs no lock of its own.
  private boolean busy;
  // Never reset. Whoever still holds a reference finds another actor instead of an unread mailbox.
  private boolean retired;
  // Turns handed to the store but not yet on disk; the next turn may be taken meanwhile, from
  // memory.
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
    if (retired) {
      return PostResult.GONE;
    }
    mailbox.add(message);
    // Decided in the same lock as the adding: otherwise the turn under way might end in between,
    // and nobody would take this message.
    PostResult post = busy ? PostResult.TAKEN : PostResult.ARRANGE;
    busy = true;
    return post;
  }

  synchronized @Nullable ActorMessage poll() {
    return mailbox.poll();
  }

  /** Ends a turn; true when another must follow. */
  synchronized boolean endTurn(boolean more) {
    // In the lock, for the same reason: a message that came since the last poll needs a turn.
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
    // All three in one look; each alone can change until the lock is let go.
    retired |= !busy && committing == 0 && mailbox.isEmpty();
    return retired;
  }
}
