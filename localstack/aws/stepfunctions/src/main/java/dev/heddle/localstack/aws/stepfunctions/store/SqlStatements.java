package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.edge.SqliteFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements with positional values, compiled once for each connection. */
record SqlStatements(SqliteFile file) {

  /** Reads one row of a result. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  int update(Connection c, String sql, @Nullable Object... values) throws SQLException {
    return prepare(c, sql, values).executeUpdate();
  }

  <T> List<T> query(Connection c, String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = prepare(c, sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  /** The one number of a query; 0 when it is null. */
  long number(Connection c, String sql) throws SQLException {
    return query(c, sql, row -> row.getLong(1)).getFirst();
  }

  private PreparedStatement prepare(Connection c, String sql, @Nullable Object... values)
      throws SQLException {
    PreparedStatement statement = file.prepared(c, sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
