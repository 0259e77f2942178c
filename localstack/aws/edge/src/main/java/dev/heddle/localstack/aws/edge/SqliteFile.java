package dev.heddle.localstack.aws.edge;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One SQLite database whose writes are durable when they return and commit in groups.
 *
 * <p>A single writer thread takes whatever writes are waiting, runs each in a savepoint of its own
 * and commits them all with one fsync (WAL, {@code synchronous=FULL}); a write that throws rolls
 * back alone. Reads run on the caller's thread, each on a pooled connection, and see the last
 * commit.
 */
public final class SqliteFile implements AutoCloseable {
  private static final int GROUP = 256;
  private static final int WAITING = 16_384;

  private final String url;
  private final Connection writer;
  private final BlockingQueue<Write<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final BlockingQueue<Connection> readers = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  /** Work on a connection; for a write, inside a transaction that commits after it returns. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work. */
    T on(Connection connection) throws SQLException;
  }

  private record Write<T>(Work<T> work, CompletableFuture<T> done) {
    Runnable attempt(Connection connection) throws SQLException {
      var savepoint = connection.setSavepoint();
      try {
        T result = work.on(connection);
        connection.releaseSavepoint(savepoint);
        return () -> done.complete(result);
      } catch (SQLException | RuntimeException e) {
        connection.rollback(savepoint);
        connection.releaseSavepoint(savepoint);
        return () -> done.completeExceptionally(e);
      }
    }
  }

  /** Opens or creates the file; {@code schema} is run once, statement by statement. */
  public SqliteFile(Path file, String... schema) {
    url = "jdbc:sqlite:" + file;
    writer = open();
    try (var statement = writer.createStatement()) {
      for (String sql : schema) {
        statement.execute(sql);
      }
      writer.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException("The database " + file + " cannot be opened", e);
    }
    thread = Thread.ofPlatform().name("sqlite-" + file.getFileName()).daemon().start(this::drain);
  }

  /** Runs a write and waits until it is on disk. */
  public <T> T write(Work<T> work) {
    return await(writeLater(work));
  }

  /** Queues a write; the future completes when it is on disk. Blocks while the queue is full. */
  public <T> CompletableFuture<T> writeLater(Work<T> work) {
    var done = new CompletableFuture<T>();
    if (closed) {
      done.completeExceptionally(new IllegalStateException("The database is closed"));
      return done;
    }
    try {
      waiting.put(new Write<>(work, done));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      done.completeExceptionally(new IllegalStateException("Interrupted while writing", e));
    }
    return done;
  }

  /** Runs a read on the caller's thread. */
  public <T> T read(Work<T> work) {
    Connection connection = readers.poll();
    if (connection == null) {
      connection = open();
    }
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("A read failed: " + e.getMessage(), e);
    } finally {
      readers.add(connection);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
      writer.close();
      for (Connection reader : readers) {
        reader.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be closed", e);
    }
  }

  private static <T> T await(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("A write failed: " + e.getMessage(), e.getCause());
    }
  }

  private Connection open() {
    try {
      Connection connection = DriverManager.getConnection(url);
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA busy_timeout=10000");
        statement.execute("PRAGMA cache_size=-16384");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("The database " + url + " cannot be opened", e);
    }
  }

  private void drain() {
    List<Write<?>> group = new ArrayList<>(GROUP);
    while (!closed || !waiting.isEmpty()) {
      try {
        Write<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, GROUP - 1);
          commit(group);
          group.clear();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void commit(List<Write<?>> group) {
    List<Runnable> outcomes = new ArrayList<>(group.size());
    try {
      for (Write<?> write : group) {
        outcomes.add(write.attempt(writer));
      }
      writer.commit();
      outcomes.forEach(Runnable::run);
    } catch (SQLException e) {
      group.forEach(write -> write.done().completeExceptionally(e));
      rollback();
    }
  }

  private void rollback() {
    try {
      writer.rollback();
    } catch (SQLException e) {
      closed = true;
    }
  }
}
