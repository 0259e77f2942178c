package dev.heddle.localstack.aws.services.functions;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.functions.FunctionHost.Invocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asynchronous calls: on disk before they are accepted, run at least once, tried three times in
 * all, a minute and two minutes apart.
 */
final class EventQueue implements AutoCloseable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS event (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT"
          + " NULL, function TEXT NOT NULL, qualifier TEXT NOT NULL, payload BLOB NOT NULL,"
          + " attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL)";
  static final String DUE = "CREATE INDEX IF NOT EXISTS event_due ON event (due, number)";
  private static final System.Logger LOG = System.getLogger(EventQueue.class.getName());
  private static final int AT_ONCE = 64;
  private static final int WAITING = 100_000;
  private static final int ATTEMPTS = 3;
  private static final long PAUSE = 60_000;
  private static final long POLL = 500;

  private final Database database;
  private final Runner runner;
  private final FunctionNames names;
  private final InstantSource clock;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final ScheduledThreadPoolExecutor dispatcher =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().daemon().name("function-events").factory(),
          new ThreadPoolExecutor.DiscardPolicy()); // after the close nothing is dispatched

  private record Event(long number, Invocation invocation, int attempts) {
    static Event of(ResultSet row) throws SQLException {
      return new Event(
          row.getLong("number"),
          new Invocation(
              row.getString("id"),
              row.getString("function"),
              row.getString("qualifier"),
              row.getBytes("payload")),
          row.getInt("attempts"));
    }
  }

  EventQueue(Database database, Runner runner, FunctionNames names, InstantSource clock) {
    this.database = database;
    this.runner = runner;
    this.names = names;
    this.clock = clock;
    database.write(sql -> sql.run("UPDATE event SET due = 0 WHERE due = ?", Long.MAX_VALUE));
    dispatcher.scheduleWithFixedDelay(this::dispatch, 0, POLL, TimeUnit.MILLISECONDS);
  }

  void accept(Invocation invocation) {
    database.write(
        sql -> {
          if (sql.number("SELECT count(*) FROM event") >= WAITING) {
            throw new AwsFault(429, "TooManyRequestsException", "Rate Exceeded.");
          }
          return sql.run(
              "INSERT INTO event (id, function, qualifier, payload, due) VALUES (?, ?, ?, ?, ?)",
              invocation.requestId(),
              invocation.function(),
              invocation.qualifier(),
              invocation.payload(),
              clock.millis());
        });
    dispatcher.execute(this::dispatch);
  }

  @Override
  public void close() {
    dispatcher.shutdownNow();
  }

  private void dispatch() {
    try {
      Optional<Event> next = Optional.empty();
      do {
        if (!slots.tryAcquire()) {
          return;
        }
        next = take();
        if (next.isEmpty()) {
          slots.release();
        }
        next.ifPresent(event -> Thread.ofVirtual().start(() -> run(event)));
      } while (next.isPresent());
    } catch (RuntimeException e) { // the timer would never call again
      LOG.log(System.Logger.Level.ERROR, "Waiting events cannot be read", e);
    }
  }

  /** Takes the next event due; while it runs it is due never, and after a restart at once. */
  private Optional<Event> take() {
    List<Event> due =
        database.read(
            sql ->
                sql.list(
                    Event::of,
                    "SELECT * FROM event WHERE due <= ? ORDER BY due, number LIMIT 1",
                    clock.millis()));
    due.forEach(
        event ->
            database.write(
                sql ->
                    sql.run(
                        "UPDATE event SET due = ? WHERE number = ?",
                        Long.MAX_VALUE,
                        event.number())));
    return due.stream().findFirst();
  }

  private void run(Event event) {
    try {
      settle(event, succeeded(event.invocation()));
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "Closed while an event ran; it runs again", e);
    } finally {
      slots.release();
    }
    dispatcher.execute(this::dispatch);
  }

  private boolean succeeded(Invocation invocation) {
    try {
      return !runner.run(names.find(invocation.function()), invocation).failed();
    } catch (AwsFault fault) {
      return false;
    }
  }

  private void settle(Event event, boolean succeeded) {
    int attempts = event.attempts() + 1;
    boolean over = succeeded || attempts >= ATTEMPTS;
    database.write(
        sql ->
            over
                ? sql.run("DELETE FROM event WHERE number = ?", event.number())
                : sql.run(
                    "UPDATE event SET attempts = ?, due = ? WHERE number = ?",
                    attempts,
                    clock.millis() + attempts * PAUSE,
                    event.number()));
    if (!succeeded && over) {
      LOG.log(
          System.Logger.Level.WARNING,
          "An event for {0} was dropped after {1} attempts",
          event.invocation().function(),
          attempts);
    }
  }
}
