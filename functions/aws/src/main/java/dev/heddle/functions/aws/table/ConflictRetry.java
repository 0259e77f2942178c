package dev.heddle.functions.aws.table;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Repeats what met another transaction on the same item: that is neither done nor refused, and the
 * SDK does not repeat it by itself.
 */
final class ConflictRetry {
  // About a second in all. Without a bound a hot item would hold a function until its own timeout.
  private static final int TRIES = 8;
  private static final int FIRST_PAUSE_MS = 10;
  private static final String CONFLICT = "TransactionConflict";
  private static final String CONDITION = "ConditionalCheckFailed";

  private ConflictRetry() {}

  static <T> T retry(Supplier<T> request) {
    for (int attempt = 1; attempt < TRIES; attempt++) {
      try {
        return request.get();
      } catch (TransactionConflictException e) {
        pause(attempt);
      } catch (TransactionCanceledException e) {
        if (!isConflict(e)) {
          throw e;
        }
        pause(attempt);
      }
    }
    // The last attempt is outside the loop: its failure is the caller's to know.
    return request.get();
  }

  private static boolean isConflict(TransactionCanceledException e) {
    return e.cancellationReasons().stream().anyMatch(reason -> CONFLICT.equals(reason.code()))
        // A condition that does not hold is an answer. Repeated, it would only be given again,
        // later.
        && e.cancellationReasons().stream().noneMatch(reason -> CONDITION.equals(reason.code()));
  }

  /** The first write whose condition did not hold; anything else is thrown on. */
  static int failedCondition(TransactionCanceledException e) {
    for (int i = 0; i < e.cancellationReasons().size(); i++) {
      if (CONDITION.equals(e.cancellationReasons().get(i).code())) {
        return i;
      }
    }
    throw e;
  }

  /** Waits by chance, longer from attempt to attempt, at most a good second. */
  static void pause(int attempt) {
    try {
      Thread.sleep(
          ThreadLocalRandom.current().nextInt(1, FIRST_PAUSE_MS << Math.min(attempt, TRIES - 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting to try again", e);
    }
  }
}
