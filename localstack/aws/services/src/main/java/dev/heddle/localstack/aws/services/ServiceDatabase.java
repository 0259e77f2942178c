package dev.heddle.localstack.aws.services;

import dev.heddle.localstack.aws.edge.SqliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A service's SQLite file in the data folder, durable when a write returns. */
public final class ServiceDatabase implements AutoCloseable {
  private final SqliteFile file;

  /** Work on the database; for a write, one that commits or rolls back as a whole. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work. */
    T on(SqlConnection sql) throws SQLException;
  }

  /** Opens or creates {@code folder/name.db}; the schema is run once, statement by statement. */
  public ServiceDatabase(Path folder, String name, String... schema) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be created", e);
    }
    file = new SqliteFile(folder.resolve(name + ".db"), schema);
  }

  /** Runs a write and waits until it is on disk. */
  public <T> T write(Work<T> work) {
    return file.write(connection -> work.on(new SqlConnection(file, connection)));
  }

  /** Runs a read of the last commit; it must not start another. */
  public <T> T read(Work<T> work) {
    return file.read(connection -> work.on(new SqlConnection(file, connection)));
  }

  @Override
  public void close() {
    file.close();
  }
}
