package dev.heddle.localstack.aws.stepfunctions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The events in the order of their commits, with a durable cursor: a table and its tail. */
final class SqliteOutbox implements Outbox {
  private static final String NEXT =
      "SELECT position, arn, body FROM events JOIN executions ON executions.id = execution"
          + " WHERE position > ? AND position <= ? ORDER BY position LIMIT ";

  private static final String INSERT =
      "INSERT INTO events (position, execution, first, last, body) VALUES (?,?,?,?,?)";

  private static final String SAVE =
      "INSERT OR REPLACE INTO documents (kind, key, body) VALUES ('cursor', 'log', ?)";
  // Saving the cursor for every delivery would double the writes; saving it seldom repeats events
  // after a crash, which the log must bear anyway (at least once).
  private static final long SAVE_NANOS = 200_000_000;

  private final SqlStatements sql;
  private final OutboxTail tail;
  // Written by the relay's thread; read by the writer's, which must not forget what was not
  // delivered.
  private volatile long delivered;
  // The relay's thread only.
  private long saved;

  /** The position written last; touched by the writer only. */
  private long last;

  SqliteOutbox(SqlStatements sql) {
    this.sql = sql;
    this.delivered = number("SELECT max(body + 0) FROM documents WHERE kind = 'cursor'");
    this.last = number("SELECT max(seq) FROM sqlite_sequence WHERE name = 'events'");
    this.tail = new OutboxTail(last);
  }

  private long number(String query) {
    return sql.file().read(c -> sql.number(c, query));
  }

  /**
   * Writes the events of a turn, inside its transaction.
   *
   * @param stored completes with the transaction
   */
  void write(Connection c, TurnCommit turn, byte[] packed, CompletableFuture<?> stored)
      throws SQLException {
    List<HistoryEvent> events = turn.events();
    // Numbers are given on the one writer's thread, in the order of commits: taken by the turns
    // themselves, a later number could be durable first and the cursor pass over the earlier. A
    // turn that is rolled back leaves a gap, which nobody minds.
    long position = ++last;
    sql.update(
        c,
        INSERT,
        position,
        turn.execution().id(),
        events.getFirst().id(),
        events.getLast().id(),
        packed);
    Batch batch = new Batch(position, turn.execution().arn(), events);
    // Before the commit: added after it, a reader could find a later turn here and not this one.
    tail.add(new OutboxTail.Entry(batch, packed.length, stored));
  }

  @Override
  public List<Batch> next(int limit) {
    // Again whenever the tail let something go between the two looks; it ends as soon as one look
    // finds the tail as it was.
    while (true) {
      long missing = tail.missing();
      List<Batch> found = delivered < missing ? read(missing, limit) : List.of();
      if (!found.isEmpty()) {
        return found;
      }
      Optional<List<Batch>> recent = tail.next(missing, limit);
      if (recent.isPresent()) {
        return recent.get();
      }
    }
  }

  private List<Batch> read(long upTo, int limit) {
    return sql.file()
        .read(
            c ->
                sql.query(
                    c,
                    NEXT + limit,
                    row ->
                        new Batch(
                            row.getLong(1), row.getString(2), EventReader.unpack(row.getBytes(3))),
                    delivered,
                    upTo));
  }

  /** Remembers at once, and on disk now and then: after a crash some events come again. */
  @Override
  public void delivered(long position) {
    // In memory first: the cursor on disk may lag behind, never run ahead.
    delivered = position;
    tail.delivered(position);
    // Only the distance counts, so the clock that cannot be set.
    long now = System.nanoTime();
    if (now - saved > SAVE_NANOS) {
      saved = now;
      sql.file().writeLater(c -> sql.update(c, SAVE, Long.toString(position)));
    }
  }

  /** Up to where everything was delivered. */
  long position() {
    return delivered;
  }

  void close() {
    // Waited for: a clean stop repeats no events.
    sql.file().write(c -> sql.update(c, SAVE, Long.toString(delivered)));
  }
}
