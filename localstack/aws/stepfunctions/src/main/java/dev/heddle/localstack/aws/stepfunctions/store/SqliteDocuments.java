package dev.heddle.localstack.aws.stepfunctions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Documents in a table of the SQLite file. */
final class SqliteDocuments implements DocumentStore {
  private final SqlStatements sql;

  SqliteDocuments(SqlStatements sql) {
    this.sql = sql;
  }

  @Override
  public @Nullable String get(String kind, String key) {
    String one = "SELECT body FROM documents WHERE kind = ? AND key = ?";
    List<String> found =
        sql.file().read(c -> sql.query(c, one, row -> row.getString(1), kind, key));
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public Map<String, String> all(String kind) {
    Map<String, String> found = new TreeMap<>();
    String all = "SELECT key, body FROM documents WHERE kind = ?";
    sql.file()
        .read(c -> sql.query(c, all, row -> found.put(row.getString(1), row.getString(2)), kind));
    return found;
  }

  @Override
  public void write(List<Change> changes) {
    sql.file().write(c -> write(c, changes));
  }

  boolean write(Connection c, List<Change> changes) throws SQLException {
    for (Change change : changes) {
      if (change.body() == null) {
        String delete = "DELETE FROM documents WHERE kind = ? AND key = ?";
        sql.update(c, delete, change.kind(), change.key());
      } else {
        String insert = "INSERT OR REPLACE INTO documents (kind, key, body) VALUES (?,?,?)";
        sql.update(c, insert, change.kind(), change.key(), change.body());
      }
    }
    return true;
  }
}
