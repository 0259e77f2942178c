package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.edge.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The one SQLite file with every table, its items, indexes and changes. */
public final class DynamoDbDatabase implements AutoCloseable {
  private static final String[] SCHEMA = {
    "CREATE TABLE IF NOT EXISTS tables(id INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS changes(sequence INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " stream TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,"
        + " expired INTEGER NOT NULL, keys BLOB NOT NULL, before BLOB, after BLOB)",
    "CREATE INDEX IF NOT EXISTS changes_of_stream ON changes(stream, sequence)",
    "CREATE INDEX IF NOT EXISTS changes_by_age ON changes(at)",
    "CREATE TABLE IF NOT EXISTS tokens(token TEXT PRIMARY KEY, request BLOB NOT NULL,"
        + " at INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS tokens_by_age ON tokens(at)",
  };

  private final SqliteFile file;
  // Changed while writers walk over it.
  private final List<Runnable> afterWrites = new CopyOnWriteArrayList<>();

  /** Opens or creates the file in the folder. */
  public DynamoDbDatabase(Path folder) {
    this.file = new SqliteFile(folder.resolve("dynamodb.db"), SCHEMA);
  }

  /** Runs a read on the caller's thread; a table dropped meanwhile is a table that isn't there. */
  public <T> T read(SqliteFile.Work<T> work) {
    return known(() -> file.read(work));
  }

  /** Runs reads that all see the same commit. */
  public <T> T snapshot(SqliteFile.Work<T> work) {
    return read(
        connection -> {
          // In WAL a read transaction keeps the commit it began with; without one each statement
          // would see the latest, and a page and its count could disagree.
          connection.setAutoCommit(false);
          try {
            return work.on(connection);
          } finally {
            connection.setAutoCommit(true); // ends the transaction
          }
        });
  }

  /** Runs a write and waits until it is on disk. */
  public <T> T write(SqliteFile.Work<T> work) {
    T result = known(() -> file.write(work));
    // After the commit and not on the writer's thread, which every other write waits for.
    afterWrites.forEach(Runnable::run);
    return result;
  }

  /** Runs something short after every write, on the thread that waited for it. */
  public AutoCloseable afterWrites(Runnable action) {
    afterWrites.add(action);
    return () -> afterWrites.remove(action);
  }

  /** Runs a statement; answers how many rows it changed. */
  public int run(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    return bound(connection, sql, values).executeUpdate();
  }

  /** Runs a query; the caller closes the rows. */
  public ResultSet query(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    return bound(connection, sql, values).executeQuery();
  }

  /** The id that the last insertion gave. */
  long lastId(Connection connection) throws SQLException {
    try (var row = query(connection, "SELECT last_insert_rowid()")) {
      return row.getLong(1);
    }
  }

  private PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    PreparedStatement statement = file.prepared(connection, sql);
    for (int at = 0; at < values.length; at++) {
      bind(statement, at + 1, values[at]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(at, Types.NULL);
      case byte[] bytes -> statement.setBytes(at, bytes);
      case String text -> statement.setString(at, text);
      case Integer number -> statement.setInt(at, number);
      case Long number -> statement.setLong(at, number);
      case Object other ->
          throw new IllegalArgumentException("No column has values of " + other.getClass());
    }
  }

  private interface Access<T> {
    T run();
  }

  private static <T> T known(Access<T> access) {
    try {
      return access.run();
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof SQLException cause
          && String.valueOf(cause.getMessage()).contains("no such table")) {
        throw DynamoDbFaults.noTable();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
