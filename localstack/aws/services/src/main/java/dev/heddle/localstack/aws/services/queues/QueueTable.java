package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.type.TypeReference;

/** The queues themselves: durable in the database, read from memory. */
final class QueueTable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS queue (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE"
          + " NOT NULL, attributes TEXT NOT NULL, tags TEXT NOT NULL, created INTEGER NOT NULL,"
          + " modified INTEGER NOT NULL)";
  // Queues are kept in memory; names come from whoever calls.
  private static final int MOST = 10_000;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final ServiceDatabase database;
  // Written after the database has it, under the lock: a queue seen here is on disk.
  private final Map<String, SqsQueue> byName = new ConcurrentSkipListMap<>();

  QueueTable(ServiceDatabase database) {
    this.database = database;
    database.write(QueueTable::forgetOrphans);
    database
        .read(sql -> sql.list(QueueTable::queue, "SELECT * FROM queue"))
        .forEach(queue -> byName.put(queue.name(), queue));
  }

  SqsQueue get(String name) {
    return find(name)
        .orElseThrow(
            () -> new AwsFault("QueueDoesNotExist", "The specified queue does not exist."));
  }

  Optional<SqsQueue> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<SqsQueue> all() {
    return List.copyOf(byName.values());
  }

  /** Creates the queue, or answers the one that has the name already. */
  // Looking and inserting are one step: two callers would else get two ids for one name.
  synchronized SqsQueue create(
      String name, Map<String, String> attributes, Map<String, String> tags, long now) {
    SqsQueue known = byName.get(name);
    if (known != null) {
      return known;
    }
    if (byName.size() >= MOST) {
      throw new AwsFault("OverLimit", "There are " + MOST + " queues already; delete some");
    }
    long id = database.write(sql -> insert(sql, name, attributes, tags, now));
    SqsQueue created = new SqsQueue(id, name, attributes, tags, now, now);
    byName.put(name, created);
    return created;
  }

  private static long insert(
      SqlConnection sql,
      String name,
      Map<String, String> attributes,
      Map<String, String> tags,
      long now)
      throws SQLException {
    sql.run(
        "INSERT INTO queue (name, attributes, tags, created, modified) VALUES (?, ?, ?, ?, ?)",
        name,
        json(attributes),
        json(tags),
        now,
        now);
    return sql.number("SELECT last_insert_rowid()");
  }

  // Reads, changes and writes: two changes at once would lose one's attributes.
  synchronized void change(String name, UnaryOperator<SqsQueue> change) {
    SqsQueue changed = change.apply(get(name));
    database.write(
        sql ->
            sql.run(
                "UPDATE queue SET attributes = ?, tags = ?, modified = ? WHERE id = ?",
                json(changed.attributes()),
                json(changed.tags()),
                changed.modified(),
                changed.id()));
    byName.put(name, changed);
  }

  /** Deletes the queue with its messages. */
  synchronized void delete(SqsQueue queue) {
    database.write(
        sql -> {
          sql.run("DELETE FROM message WHERE queue = ?", queue.id());
          sql.run("DELETE FROM duplicate WHERE queue = ?", queue.id());
          return sql.run("DELETE FROM queue WHERE id = ?", queue.id());
        });
    byName.remove(queue.name());
  }

  /** Messages that a sender added while their queue was being deleted. */
  private static int forgetOrphans(SqlConnection sql) throws SQLException {
    return sql.run("DELETE FROM message WHERE queue NOT IN (SELECT id FROM queue)");
  }

  private static SqsQueue queue(ResultSet row) throws SQLException {
    return new SqsQueue(
        row.getLong("id"),
        row.getString("name"),
        JsonProtocol.JSON.readValue(row.getString("attributes"), TEXTS),
        JsonProtocol.JSON.readValue(row.getString("tags"), TEXTS),
        row.getLong("created"),
        row.getLong("modified"));
  }

  private static String json(Map<String, String> map) {
    return JsonProtocol.JSON.writeValueAsString(map);
  }
}
