package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.edge.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Documents in a table of the SQLite file. */
final class SqliteDocuments implements Documents {
  private final SqliteFile file;

  SqliteDocuments(SqliteFile file) {
    this.file = file;
  }

  @Override
  public @Nullable String get(String kind, String key) {
    String sql = "SELECT body FROM documents WHERE kind = ? AND key = ?";
    List<String> found = file.read(c -> Sql.query(c, sql, row -> row.getString(1), kind, key));
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public Map<String, String> all(String kind) {
    Map<String, String> found = new TreeMap<>();
    String sql = "SELECT key, body FROM documents WHERE kind = ?";
    file.read(c -> Sql.query(c, sql, row -> found.put(row.getString(1), row.getString(2)), kind));
    return found;
  }

  @Override
  public void write(List<Change> changes) {
    file.write(c -> write(c, changes));
  }

  static boolean write(Connection c, List<Change> changes) throws SQLException {
    for (Change change : changes) {
      if (change.body() == null) {
        String sql = "DELETE FROM documents WHERE kind = ? AND key = ?";
        Sql.update(c, sql, change.kind(), change.key());
      } else {
        String sql = "INSERT OR REPLACE INTO documents (kind, key, body) VALUES (?,?,?)";
        Sql.update(c, sql, change.kind(), change.key(), change.body());
      }
    }
    return true;
  }
}
