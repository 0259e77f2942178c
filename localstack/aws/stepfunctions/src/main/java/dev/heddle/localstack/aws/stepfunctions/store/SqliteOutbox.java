package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The events table read in the order of its commits, with a durable cursor. */
final class SqliteOutbox implements Outbox {
  private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};
  private static final String NEXT =
      "SELECT position, arn, body FROM events JOIN executions ON executions.id = execution"
          + " WHERE position > ? ORDER BY position LIMIT ";

  private static final String SAVE =
      "INSERT OR REPLACE INTO documents (kind, key, body) VALUES ('cursor', 'log', ?)";
  private static final long SAVE_NANOS = 200_000_000;

  private final Sql sql;
  private volatile long delivered;
  private long saved;

  SqliteOutbox(Sql sql) {
    this.sql = sql;
    this.delivered =
        sql.file()
            .read(c -> sql.number(c, "SELECT max(body + 0) FROM documents WHERE kind = 'cursor'"));
  }

  @Override
  public List<Batch> next(int limit) {
    return sql.file()
        .read(
            c ->
                sql.query(
                    c,
                    NEXT + limit,
                    row ->
                        new Batch(
                            row.getLong(1),
                            row.getString(2),
                            Json.mapper().readValue(row.getBytes(3), EVENTS)),
                    delivered));
  }

  /** Remembers at once, and on disk now and then: after a crash some events come again. */
  @Override
  public void delivered(long position) {
    delivered = position;
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
    sql.file().write(c -> sql.update(c, SAVE, Long.toString(delivered)));
  }
}
