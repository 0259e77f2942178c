package dev.heddle.localstack.aws.services;

import dev.heddle.localstack.aws.edge.SqliteFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, compiled once and bound by position. */
public final class SqlConnection {
  private final SqliteFile file;
  private final Connection connection;

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads the row the result set stands on. */
    T of(ResultSet row) throws SQLException;
  }

  SqlConnection(SqliteFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Runs a statement and answers how many rows it changed. */
  public int run(String sql, @Nullable Object... arguments) throws SQLException {
    return bound(sql, arguments).executeUpdate();
  }

  /** All rows of a query. */
  public <T> List<T> list(Row<T> row, String sql, @Nullable Object... arguments)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      while (result.next()) {
        rows.add(row.of(result));
      }
    }
    return rows;
  }

  /** The first row of a query. */
  public <T> Optional<T> one(Row<T> row, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      return result.next() ? Optional.ofNullable(row.of(result)) : Optional.empty();
    }
  }

  /** The number a query answers, 0 when it answers none. */
  public long number(String sql, @Nullable Object... arguments) throws SQLException {
    return one(row -> row.getLong(1), sql, arguments).orElse(0L);
  }

  private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = file.prepared(connection, sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
