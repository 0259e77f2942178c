package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of versions and of the stages that point at them. */
final class VersionTable {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";
  static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS version (secret INTEGER NOT NULL, id TEXT NOT NULL, created"
          + " INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (secret, id))";
  static final String STAGES =
      "CREATE TABLE IF NOT EXISTS stage (secret INTEGER NOT NULL, name TEXT NOT NULL, version TEXT"
          + " NOT NULL, PRIMARY KEY (secret, name)) WITHOUT ROWID";
  private static final int KEPT = 100;
  private static final String SELECT =
      "SELECT v.id, v.created, v.sealed, (SELECT group_concat(s.name, char(10)) FROM stage s WHERE"
          + " s.secret = v.secret AND s.version = v.id) AS stages FROM version v ";

  private VersionTable() {}

  static Optional<SecretVersion> byId(SqlConnection sql, Secret secret, String id)
      throws SQLException {
    return list(sql, SELECT + "WHERE v.secret = ? AND v.id = ?", secret.id(), id).stream()
        .findFirst();
  }

  static Optional<SecretVersion> byStage(SqlConnection sql, Secret secret, String stage)
      throws SQLException {
    return list(
            sql,
            SELECT
                + "JOIN stage g ON g.secret = v.secret AND g.version = v.id"
                + " WHERE v.secret = ? AND g.name = ?",
            secret.id(),
            stage)
        .stream()
        .findFirst();
  }

  static List<SecretVersion> all(SqlConnection sql, Secret secret) throws SQLException {
    return list(sql, SELECT + "WHERE v.secret = ? ORDER BY v.created, v.rowid", secret.id());
  }

  /** Adds a version; the oldest without a stage beyond a hundred go. */
  static void insert(SqlConnection sql, Secret secret, SecretVersion version) throws SQLException {
    sql.run(
        "INSERT INTO version (secret, id, created, sealed) VALUES (?, ?, ?, ?)",
        secret.id(),
        version.id(),
        version.created(),
        version.sealed());
    sql.run(
        "DELETE FROM version WHERE secret = ?1 AND id <> ?2 AND id NOT IN (SELECT version FROM"
            + " stage WHERE secret = ?1) AND rowid NOT IN (SELECT rowid FROM version WHERE"
            + " secret = ?1 ORDER BY rowid DESC LIMIT "
            + KEPT
            + ")",
        secret.id(),
        version.id());
  }

  /** Lets a stage point at a version; what was current becomes previous. */
  static void stage(SqlConnection sql, Secret secret, String stage, String version)
      throws SQLException {
    if (stage.equals(CURRENT)) {
      sql.run(
          "INSERT OR REPLACE INTO stage SELECT secret, ?, version FROM stage WHERE secret = ?"
              + " AND name = ? AND version <> ?",
          PREVIOUS,
          secret.id(),
          CURRENT,
          version);
    }
    sql.run("INSERT OR REPLACE INTO stage VALUES (?, ?, ?)", secret.id(), stage, version);
  }

  static void unstage(SqlConnection sql, Secret secret, String stage) throws SQLException {
    sql.run("DELETE FROM stage WHERE secret = ? AND name = ?", secret.id(), stage);
  }

  static boolean isEmpty(SqlConnection sql) throws SQLException {
    return sql.number("SELECT count(*) FROM (SELECT 1 FROM version LIMIT 1)") == 0;
  }

  private static List<SecretVersion> list(SqlConnection sql, String query, Object... arguments)
      throws SQLException {
    return sql.list(
        row ->
            new SecretVersion(
                row.getString("id"),
                row.getLong("created"),
                row.getBytes("sealed"),
                stages(row.getString("stages"))),
        query,
        arguments);
  }

  private static List<String> stages(@Nullable String joined) {
    return joined == null ? List.of() : List.of(joined.split("\n"));
  }
}
