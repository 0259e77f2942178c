package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL of secrets; a secret whose recovery window is over is not there any more. */
final class SecretTable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS secret (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE"
          + " NOT NULL, arn TEXT UNIQUE NOT NULL, description TEXT NOT NULL, kms_key TEXT NOT NULL,"
          + " tags TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, accessed"
          + " INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL"
          + " DEFAULT 0)";
  static final String DUE = "CREATE INDEX IF NOT EXISTS secret_due ON secret (due)";

  private SecretTable() {}

  /** The secret of this name, ARN or ARN without its random end. */
  static Optional<Secret> find(SqlConnection sql, String idOrArn, long now) throws SQLException {
    return sql.one(
        Secret::of,
        "SELECT * FROM secret WHERE (name = ?1 OR arn = ?1 OR name = ?2) AND (due = 0 OR due > ?3)",
        idOrArn,
        nameOfPartialArn(idOrArn),
        now);
  }

  static Secret get(SqlConnection sql, String idOrArn, long now) throws SQLException {
    return find(sql, idOrArn, now).orElseThrow(SecretTable::missing);
  }

  static AwsFault missing() {
    return new AwsFault(
        "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }

  static void insert(SqlConnection sql, Secret secret) throws SQLException {
    sql.run(
        "INSERT INTO secret (name, arn, description, kms_key, tags, created, changed)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        secret.name(),
        secret.arn(),
        secret.description(),
        secret.kmsKey(),
        json(secret.tags()),
        secret.created(),
        secret.changed());
  }

  static void describe(
      SqlConnection sql, Secret secret, String description, String kmsKey, long now)
      throws SQLException {
    sql.run(
        "UPDATE secret SET description = ?, kms_key = ?, changed = ? WHERE id = ?",
        description,
        kmsKey,
        now,
        secret.id());
  }

  static void markChanged(SqlConnection sql, Secret secret, long now) throws SQLException {
    sql.run("UPDATE secret SET changed = ? WHERE id = ?", now, secret.id());
  }

  static void markAccessed(SqlConnection sql, long id, long day) throws SQLException {
    sql.run("UPDATE secret SET accessed = ? WHERE id = ?", day, id);
  }

  static void tag(SqlConnection sql, Secret secret, Map<String, String> tags, long now)
      throws SQLException {
    sql.run("UPDATE secret SET tags = ?, changed = ? WHERE id = ?", json(tags), now, secret.id());
  }

  static void markDeleted(SqlConnection sql, Secret secret, long deleted, long due)
      throws SQLException {
    sql.run("UPDATE secret SET deleted = ?, due = ? WHERE id = ?", deleted, due, secret.id());
  }

  static void restore(SqlConnection sql, Secret secret) throws SQLException {
    sql.run("UPDATE secret SET deleted = 0, due = 0 WHERE id = ?", secret.id());
  }

  static void delete(SqlConnection sql, long id) throws SQLException {
    sql.run("DELETE FROM stage WHERE secret = ?", id);
    sql.run("DELETE FROM version WHERE secret = ?", id);
    sql.run("DELETE FROM secret WHERE id = ?", id);
  }

  /** Deletes those whose recovery window is over. */
  static int deleteDue(SqlConnection sql, long now) throws SQLException {
    List<Long> due =
        sql.list(row -> row.getLong(1), "SELECT id FROM secret WHERE due > 0 AND due <= ?", now);
    for (long id : due) {
      delete(sql, id);
    }
    return due.size();
  }

  static List<Secret> all(SqlConnection sql, long now) throws SQLException {
    return sql.list(
        Secret::of, "SELECT * FROM secret WHERE due = 0 OR due > ? ORDER BY created, id", now);
  }

  private static String nameOfPartialArn(String idOrArn) {
    String[] parts = idOrArn.split(":", 7);
    return parts.length == 7 && parts[5].equals("secret") ? parts[6] : "";
  }

  private static String json(Map<String, String> tags) {
    return JsonProtocol.JSON.writeValueAsString(tags);
  }
}
