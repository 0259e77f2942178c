package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The SQL of messages; its methods with an {@link SqlConnection} run within the caller's write. */
final class MessageTable {
  static final String[] SCHEMA = {
    "CREATE TABLE IF NOT EXISTS message (number INTEGER PRIMARY KEY AUTOINCREMENT, queue INTEGER"
        + " NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, system TEXT"
        + " NOT NULL, sent INTEGER NOT NULL, visible INTEGER NOT NULL, receives INTEGER NOT NULL"
        + " DEFAULT 0, receives_here INTEGER NOT NULL DEFAULT 0, first_received INTEGER NOT NULL"
        + " DEFAULT 0, message_group TEXT, deduplication TEXT, dead_letter_source TEXT,"
        + " receipt TEXT)",
    "CREATE INDEX IF NOT EXISTS message_visible ON message (queue, visible, number)",
    "CREATE INDEX IF NOT EXISTS message_order ON message (queue, number)",
    "CREATE INDEX IF NOT EXISTS message_in_group ON message (queue, message_group, visible)",
    "CREATE INDEX IF NOT EXISTS message_sent ON message (queue, sent)",
    "CREATE TABLE IF NOT EXISTS duplicate (queue INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER"
        + " NOT NULL, message TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (queue, id))"
        + " WITHOUT ROWID",
  };
  private static final long DEDUPLICATION = 5 * 60_000L;
  private static final String RECEIVABLE =
      "SELECT * FROM message WHERE queue = ?1 AND visible <= ?2 AND sent > ?3"
          + " ORDER BY visible, number LIMIT ?4";

  /** A group of which a message is being worked on waits as a whole. */
  private static final String RECEIVABLE_FIFO =
      "SELECT * FROM message INDEXED BY message_order WHERE queue = ?1 AND visible <= ?2 AND sent >"
          + " ?3 AND message_group NOT IN (SELECT message_group FROM message WHERE queue = ?1 AND"
          + " visible > ?2 AND receipt IS NOT NULL) ORDER BY number LIMIT ?4";

  private final ServiceDatabase database;

  MessageTable(ServiceDatabase database) {
    this.database = database;
  }

  /** A message's id and number after it was sent, or those of the one it repeats. */
  record SendResult(String id, long number) {}

  SendResult send(SqlConnection sql, SqsQueue queue, OutgoingMessage draft, long now)
      throws SQLException {
    Optional<SendResult> repeated =
        queue.fifo() ? duplicate(sql, queue, draft, now) : Optional.empty();
    if (repeated.isPresent()) {
      return repeated.get();
    }
    SendResult sent = insert(sql, queue, draft, now);
    if (queue.fifo()) {
      sql.run(
          "INSERT OR REPLACE INTO duplicate VALUES (?, ?, ?, ?, ?)",
          queue.id(),
          scoped(queue, draft),
          now,
          sent.id(),
          sent.number());
    }
    return sent;
  }

  private static SendResult insert(
      SqlConnection sql, SqsQueue queue, OutgoingMessage draft, long now) throws SQLException {
    String id = UUID.randomUUID().toString();
    sql.run(
        "INSERT INTO message (queue, id, body, attributes, system, sent, visible, message_group,"
            + " deduplication) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        queue.id(),
        id,
        draft.body(),
        draft.attributes().stored(),
        draft.system().stored(),
        now,
        visible(sql, queue, draft, now),
        draft.group().orElse(null),
        draft.deduplication().orElse(null));
    return new SendResult(id, sql.number("SELECT last_insert_rowid()"));
  }

  /** In a FIFO queue, a message never overtakes a delayed one of its group. */
  private static long visible(SqlConnection sql, SqsQueue queue, OutgoingMessage draft, long now)
      throws SQLException {
    long own = now + draft.delaySeconds() * 1_000L;
    return queue.fifo()
        ? Math.max(
            own,
            sql.number(
                "SELECT max(visible) FROM message WHERE queue = ? AND message_group = ?"
                    + " AND receipt IS NULL",
                queue.id(),
                draft.group().orElse(null)))
        : own;
  }

  private static Optional<SendResult> duplicate(
      SqlConnection sql, SqsQueue queue, OutgoingMessage draft, long now) throws SQLException {
    return sql.one(
        row -> new SendResult(row.getString("message"), row.getLong("number")),
        "SELECT message, number FROM duplicate WHERE queue = ? AND id = ? AND at > ?",
        queue.id(),
        scoped(queue, draft),
        now - DEDUPLICATION);
  }

  private static String scoped(SqsQueue queue, OutgoingMessage draft) {
    String id = draft.deduplication().orElse("");
    return queue.attribute("DeduplicationScope").equals("messageGroup")
        ? draft.group().orElse("") + "\n" + id
        : id;
  }

  /** Messages that may be received, the longest waiting first; in order for FIFO. */
  static List<SqsMessage> receivable(SqlConnection sql, SqsQueue queue, int most, long now)
      throws SQLException {
    return queue.fifo()
        ? sql.list(SqsMessage::of, RECEIVABLE_FIFO, queue.id(), now, oldest(queue, now), most)
        : sql.list(SqsMessage::of, RECEIVABLE, queue.id(), now, oldest(queue, now), most);
  }

  static void markReceived(SqlConnection sql, SqsMessage message) throws SQLException {
    sql.run(
        "UPDATE message SET visible = ?, receives = ?, receives_here = ?, first_received = ?,"
            + " receipt = ? WHERE number = ?",
        message.visible(),
        message.receives(),
        message.receivesHere(),
        message.firstReceived(),
        message.receipt(),
        message.number());
  }

  static void move(SqlConnection sql, SqsMessage message, SqsQueue to, String source, long now)
      throws SQLException {
    sql.run(
        "UPDATE message SET queue = ?, visible = ?, receives_here = 0, receipt = NULL,"
            + " dead_letter_source = ? WHERE number = ?",
        to.id(),
        now,
        source,
        message.number());
  }

  Optional<SqsMessage> find(SqlConnection sql, SqsQueue queue, long number) throws SQLException {
    return sql.one(
        SqsMessage::of, "SELECT * FROM message WHERE number = ? AND queue = ?", number, queue.id());
  }

  static void delete(SqlConnection sql, long number) throws SQLException {
    sql.run("DELETE FROM message WHERE number = ?", number);
  }

  static void hideUntil(SqlConnection sql, long number, long visible) throws SQLException {
    sql.run("UPDATE message SET visible = ? WHERE number = ?", visible, number);
  }

  boolean anyReceivable(SqsQueue queue, long now) {
    return database.read(
        sql ->
            sql.one(
                    row -> true,
                    "SELECT 1 FROM message WHERE queue = ? AND visible <= ? LIMIT 1",
                    queue.id(),
                    now)
                .isPresent());
  }

  /** When the next hidden or delayed message becomes visible. */
  OptionalLong nextVisible(SqsQueue queue, long now) {
    long next =
        database.read(
            sql ->
                sql.number(
                    "SELECT min(visible) FROM message WHERE queue = ? AND visible > ?",
                    queue.id(),
                    now));
    return next == 0 ? OptionalLong.empty() : OptionalLong.of(next);
  }

  void purge(SqsQueue queue) {
    database.write(sql -> sql.run("DELETE FROM message WHERE queue = ?", queue.id()));
  }

  /** Deletes what is older than the queue keeps it, and deduplication ids that ran out. */
  void expire(SqsQueue queue, long now) {
    database.write(
        sql -> {
          sql.run(
              "DELETE FROM message WHERE queue = ? AND sent <= ?", queue.id(), oldest(queue, now));
          return sql.run(
              "DELETE FROM duplicate WHERE queue = ? AND at <= ?", queue.id(), now - DEDUPLICATION);
        });
  }

  Map<String, String> counts(SqsQueue queue, long now) {
    return database.read(
        sql ->
            sql.one(
                    row ->
                        Map.of(
                            "ApproximateNumberOfMessages", row.getString(1),
                            "ApproximateNumberOfMessagesNotVisible", row.getString(2),
                            "ApproximateNumberOfMessagesDelayed", row.getString(3)),
                    "SELECT count(*) FILTER (WHERE visible <= ?1), count(*) FILTER (WHERE"
                        + " visible > ?1 AND receipt IS NOT NULL), count(*) FILTER (WHERE visible"
                        + " > ?1 AND receipt IS NULL) FROM message WHERE queue = ?2",
                    now,
                    queue.id())
                .orElseThrow());
  }

  private static long oldest(SqsQueue queue, long now) {
    return now - queue.number("MessageRetentionPeriod") * 1_000L;
  }
}
