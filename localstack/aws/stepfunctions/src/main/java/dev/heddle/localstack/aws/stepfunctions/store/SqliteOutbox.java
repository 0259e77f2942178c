package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.edge.SqliteFile;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The events table read in the order of its commits, with a durable cursor. */
final class SqliteOutbox implements Outbox {
  private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};
  private static final String NEXT =
      "SELECT position, arn, body FROM events JOIN executions ON executions.id = execution"
          + " WHERE position > ? ORDER BY position LIMIT ";

  private final SqliteFile file;
  private volatile long delivered;

  SqliteOutbox(SqliteFile file) {
    this.file = file;
    this.delivered =
        file.read(c -> Sql.number(c, "SELECT max(body + 0) FROM documents WHERE kind = 'cursor'"));
  }

  @Override
  public List<Batch> next(int limit) {
    return file.read(
        c ->
            Sql.query(
                c,
                NEXT + limit,
                row ->
                    new Batch(
                        row.getLong(1),
                        row.getString(2),
                        Json.mapper().readValue(row.getBytes(3), EVENTS)),
                delivered));
  }

  @Override
  public void delivered(long position) {
    String sql = "INSERT OR REPLACE INTO documents (kind, key, body) VALUES ('cursor', 'log', ?)";
    file.write(c -> Sql.update(c, sql, Long.toString(position)));
    delivered = position;
  }
}
