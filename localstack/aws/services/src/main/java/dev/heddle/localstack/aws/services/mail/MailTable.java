package dev.heddle.localstack.aws.services.mail;

import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/** The SQL of the mailbox, which keeps the latest thousand mails. */
final class MailTable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS mail (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT"
          + " NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL, cc TEXT NOT NULL, bcc TEXT NOT"
          + " NULL, reply_to TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, html TEXT"
          + " NOT NULL, headers TEXT NOT NULL, sent INTEGER NOT NULL)";
  private static final int KEPT = 1_000;
  private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

  private MailTable() {}

  static void add(SqlConnection sql, SesMail mail) throws SQLException {
    sql.run(
        "INSERT INTO mail (id, sender, recipients, cc, bcc, reply_to, subject, body, html, headers,"
            + " sent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        mail.id(),
        mail.from(),
        json(mail.to()),
        json(mail.cc()),
        json(mail.bcc()),
        json(mail.replyTo()),
        mail.subject(),
        mail.text(),
        mail.html(),
        json(mail.headers()),
        mail.sent().toEpochMilli());
    sql.run("DELETE FROM mail WHERE number <= (SELECT max(number) FROM mail) - ?", KEPT);
  }

  /** The latest mails first, to one address or, if it is empty, to all. */
  static List<SesMail> list(SqlConnection sql, String recipient, int most) throws SQLException {
    return sql.list(
        MailTable::mail,
        "SELECT * FROM mail WHERE ?1 = '' OR EXISTS (SELECT 1 FROM json_each(recipients) WHERE"
            + " lower(value) = lower(?1)) ORDER BY number DESC LIMIT ?2",
        recipient,
        most);
  }

  static Optional<SesMail> find(SqlConnection sql, String id) throws SQLException {
    return sql.one(MailTable::mail, "SELECT * FROM mail WHERE id = ?", id);
  }

  private static SesMail mail(ResultSet row) throws SQLException {
    return new SesMail(
        row.getString("id"),
        row.getString("sender"),
        addresses(row.getString("recipients")),
        addresses(row.getString("cc")),
        addresses(row.getString("bcc")),
        addresses(row.getString("reply_to")),
        row.getString("subject"),
        row.getString("body"),
        row.getString("html"),
        JsonProtocol.JSON.readValue(row.getString("headers"), MAP),
        Instant.ofEpochMilli(row.getLong("sent")));
  }

  private static List<String> addresses(String json) {
    return JsonProtocol.JSON.readValue(json, LIST);
  }

  private static String json(Object value) {
    return JsonProtocol.JSON.writeValueAsString(value);
  }
}
