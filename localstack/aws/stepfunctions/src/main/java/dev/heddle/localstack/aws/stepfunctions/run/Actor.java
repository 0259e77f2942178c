package dev.heddle.localstack.aws.stepfunctions.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The mailbox of one execution, and the execution itself while it is in memory. */
final class Actor {
  final long execution;
  final String owner;
  private final Deque<Message> mailbox = new ArrayDeque<>();

  /** Touched only by the turn being taken. */
  @Nullable Run run;

  private boolean busy;
  private int committing;

  Actor(long execution, String owner) {
    this.execution = execution;
    this.owner = owner;
  }

  /** Takes a message; true when a turn must be arranged for it. */
  synchronized boolean put(Message message) {
    mailbox.add(message);
    boolean arrange = !busy;
    busy = true;
    return arrange;
  }

  synchronized @Nullable Message poll() {
    return mailbox.poll();
  }

  /** Ends a turn; true when another must follow. */
  synchronized boolean rest(boolean more) {
    busy = more || !mailbox.isEmpty();
    return busy;
  }

  synchronized void committing() {
    committing++;
  }

  synchronized void committed() {
    committing--;
  }

  /** Whether it can be dropped from memory: nothing to do, and all of it is stored. */
  synchronized boolean idle() {
    return !busy && committing == 0 && mailbox.isEmpty();
  }
}
