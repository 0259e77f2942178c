package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The latest turns' events in memory, so that a reader that keeps up never reads them back from
 * disk. When there are too many the oldest are let go; they are in the table.
 */
final class OutboxTail {
  // When the log stands still the runs go on: without these bounds the events it has not taken
  // would fill the heap. What is let go is read back from the table.
  private static final int EVENTS = 50_000;
  private static final long BYTES = 8 << 20;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int events;
  private long bytes;
  // Whoever reads the table does so up to here and then compares: if it has moved meanwhile there
  // is a gap between what was read and what is still here, and the events in it would be skipped.
  private long missing;

  /**
   * The events of one turn.
   *
   * @param stored completes when they are durable, or will never be
   */
  record Entry(Outbox.Batch batch, int bytes, CompletableFuture<?> stored) {}

  /** A tail without what was stored up to a position. */
  OutboxTail(long missing) {
    this.missing = missing;
  }

  /** Adds a turn in the order of positions, before it is durable. */
  synchronized void add(Entry entry) {
    entries.add(entry);
    events += entry.batch().events().size();
    bytes += entry.bytes();
    // Never one that is not durable: it is not in the table yet, so nobody could deliver it any
    // more.
    while ((events > EVENTS || bytes > BYTES) && entries.getFirst().stored().isDone()) {
      missing = remove().batch().position();
    }
  }

  /** Up to which position there is nothing here. */
  synchronized long missing() {
    return missing;
  }

  /**
   * The durable turns from the first one on, at most {@code limit}.
   *
   * @return empty if more is missing than the caller knows
   */
  synchronized Optional<List<Outbox.Batch>> next(long knownMissing, int limit) {
    if (missing != knownMissing) {
      return Optional.empty();
    }
    List<Outbox.Batch> found = new ArrayList<>();
    for (Entry entry : entries) {
      // Stops at the first that is on its way: delivering a later one first would break the order,
      // and the cursor would pass over the earlier.
      if (!entry.stored().isDone() || found.size() == limit) {
        break;
      }
      // A turn that was rolled back never happened; its events must not reach the log.
      if (!entry.stored().isCompletedExceptionally()) {
        found.add(entry.batch());
      }
    }
    return Optional.of(found);
  }

  /** Lets go of what was delivered. */
  synchronized void delivered(long position) {
    while (!entries.isEmpty() && entries.getFirst().batch().position() <= position) {
      remove();
    }
  }

  private Entry remove() {
    Entry first = entries.removeFirst();
    events -= first.batch().events().size();
    bytes -= first.bytes();
    return first;
  }
}
