package dev.heddle.localstack.aws.edge;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One SQLite database whose writes are durable when they return and commit in groups.
 *
 * <p>A single writer thread takes whatever writes are waiting, runs each in a savepoint of its own
 * and commits them all with one fsync (WAL, {@code synchronous=FULL}); a write that throws rolls
 * back alone. Reads run on the caller's thread, each on a pooled connection (at most 16 at once),
 * see the last commit and never wait for the writer; a read must not start another.
 */
public final class SqliteFile implements AutoCloseable {
  // One fsync costs as much as hundreds of small writes. Without a ceiling the first of a long
  // queue would wait for all of them, and one refusal of the disk would fail them all.
  private static final int GROUP = 256;
  // Writers wait when it is full: without a bound what is waiting would fill the heap when the disk
  // is slower than the callers.
  private static final int WAITING = 16_384;
  // Each connection has a page cache of 16 MB; virtual threads would open thousands.
  private static final int READERS = 16;

  private final String url;
  private final BlockingQueue<Write<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Semaphore reading = new Semaphore(READERS);
  private final Deque<Connection> readers = new ConcurrentLinkedDeque<>();
  // By connection, because a prepared statement must be used by one thread at a time.
  private final Map<Connection, StatementCache> statements = new ConcurrentHashMap<>();
  private final Thread thread;
  // The writer thread's alone after the constructor, until close() has waited for that thread.
  private Connection writer;
  private volatile boolean closed;

  /** Work on a connection; for a write, inside a transaction that commits after it returns. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work. */
    T on(Connection connection) throws SQLException;
  }

  private record Write<T>(Work<T> work, CompletableFuture<T> done) {
    Runnable attempt(Connection connection) throws SQLException {
      // The group shares a transaction: without a savepoint one refused condition would undo the
      // writes of everyone else in it.
      var savepoint = connection.setSavepoint();
      try {
        T result = work.on(connection);
        connection.releaseSavepoint(savepoint);
        // Said only after the group's commit: an answer given here could be lost with the machine.
        return () -> done.complete(result);
      } catch (Throwable e) { // the work is the caller's: whatever it throws is its answer
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
      closeQuietly(writer);
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
      done.completeExceptionally(closedFault());
      return done;
    }
    try {
      waiting.put(new Write<>(work, done));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      done.completeExceptionally(new IllegalStateException("Interrupted while writing", e));
    }
    // Closed between the look above and here: nobody would ever take this write, nor tell its
    // caller.
    if (!thread.isAlive()) {
      refuseWaiting();
    }
    return done;
  }

  /** Runs a read on the caller's thread. */
  public <T> T read(Work<T> work) {
    // Before the look at closed: close() takes all permits, so whoever has one is waited for.
    reading.acquireUninterruptibly();
    try {
      if (closed) {
        throw closedFault();
      }
      Connection idle = readers.pollFirst();
      Connection connection = idle == null ? open() : idle;
      try {
        return work.on(connection);
      } catch (SQLException e) {
        throw new IllegalStateException("A read failed: " + e.getMessage(), e);
      } finally {
        // To the front: the one used last has the pages of this moment in its cache, and the rest
        // stay idle.
        readers.addFirst(connection);
      }
    } finally {
      reading.release();
    }
  }

  /**
   * The statement compiled once for the connection; its user closes the result set, never the
   * statement, and doesn't keep it beyond the work.
   */
  public PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    return statements
        .computeIfAbsent(connection, ignored -> new StatementCache())
        .prepared(connection, sql);
  }

  @Override
  public void close() {
    closed = true;
    waiting.offer(new Write<>(connection -> true, new CompletableFuture<>())); // wakes the thread
    try {
      // What is waiting is written first. Bounded, because a disk that hangs must not keep the
      // process.
      thread.join(TimeUnit.SECONDS.toMillis(10));
      refuseWaiting();
      // Reads under way keep their connections: closed under them, SQLite would crash the JVM, not
      // throw.
      reading.tryAcquire(READERS, 10, TimeUnit.SECONDS);
      readers.forEach(SqliteFile::closeQuietly);
      closeQuietly(writer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reading.release(READERS); // a late reader finds it closed instead of waiting
    }
  }

  private static <T> T await(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default ->
            throw new IllegalStateException("A write failed: " + e.getMessage(), e.getCause());
      }
    }
  }

  private Connection open() {
    try {
      Connection connection = DriverManager.getConnection(url);
      try (var statement = connection.createStatement()) {
        // Readers see the last commit while the writer writes; with a rollback journal each would
        // stop the other.
        statement.execute("PRAGMA journal_mode=WAL");
        // NORMAL would fsync only at checkpoints: the last answered writes would be gone after a
        // power cut.
        statement.execute("PRAGMA synchronous=FULL");
        // A checkpoint, or a command line that looks into the file, holds it for a moment: wait,
        // don't fail.
        statement.execute("PRAGMA busy_timeout=10000");
        statement.execute("PRAGMA wal_autocheckpoint=4000"); // pages: 16 MB between two checkpoints
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
        Write<?> first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          group.add(first);
          // Whatever has come while the last group was on its way to the disk forms the next one:
          // no timer delays a lonely write in the hope of company.
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
    } catch (SQLException | RuntimeException e) { // the disk refuses: none of the group is written
      group.forEach(write -> write.done().completeExceptionally(e));
      // A connection whose commit failed may be inside a broken transaction for ever.
      startOver();
      return;
    }
    outcomes.forEach(Runnable::run);
  }

  private void startOver() {
    statements.remove(writer);
    closeQuietly(writer);
    try {
      writer = open();
      writer.setAutoCommit(false);
    } catch (SQLException | IllegalStateException e) {
      closed = true; // what waits is refused by close or by its own caller
      refuseWaiting();
    }
  }

  private void refuseWaiting() {
    List<Write<?>> left = new ArrayList<>();
    waiting.drainTo(left);
    left.forEach(write -> write.done().completeExceptionally(closedFault()));
  }

  private static IllegalStateException closedFault() {
    return new IllegalStateException("The database is closed");
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) { // nothing depends on it any more, what was acknowledged is on disk
      System.getLogger(SqliteFile.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage());
    }
  }
}
