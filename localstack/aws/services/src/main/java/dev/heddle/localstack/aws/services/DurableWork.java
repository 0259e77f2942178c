package dev.heddle.localstack.aws.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that must be done at least once: on disk until it is done, each item on a virtual thread, at
 * most 64 at a time, again later when it says so, and again at the next start if it was cut off.
 */
public final class DurableWork implements AutoCloseable {
  /** The table and index it needs in its database. */
  public static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE IF NOT EXISTS work (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT"
              + " NULL, topic TEXT NOT NULL, payload BLOB NOT NULL, attempts INTEGER NOT NULL"
              + " DEFAULT 0, accepted INTEGER NOT NULL, due INTEGER NOT NULL)",
          "CREATE INDEX IF NOT EXISTS work_due ON work (due, number)");

  private static final System.Logger LOG = System.getLogger(DurableWork.class.getName());
  // Targets are called in-process: without a bound a backlog of thousands would start at once and
  // hold thousands of payloads in memory.
  private static final int AT_ONCE = 64;
  // The clock may be a test's, or be set: due work is looked for, never scheduled at a time.
  private static final long POLL = 200;
  private static final Duration AFTER_BUG = Duration.ofMinutes(1);
  private static final Duration PARTING = Duration.ofSeconds(2);

  private final ServiceDatabase database;
  private final InstantSource clock;
  private final Worker worker;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final Set<Long> running = new HashSet<>(); // the dispatcher's alone
  // Filled by the workers, emptied by the dispatcher: so `running` needs no lock.
  private final Queue<Long> ended = new ConcurrentLinkedQueue<>();
  private final ScheduledThreadPoolExecutor dispatcher;

  /**
   * One piece of work.
   *
   * @param attempt 1 the first time
   */
  public record WorkItem(
      long number, String id, String topic, byte[] payload, int attempt, Instant accepted) {
    static WorkItem of(ResultSet row) throws SQLException {
      return new WorkItem(
          row.getLong("number"),
          row.getString("id"),
          row.getString("topic"),
          row.getBytes("payload"),
          row.getInt("attempts") + 1,
          Instant.ofEpochMilli(row.getLong("accepted")));
    }
  }

  /** Whoever does the work. */
  @FunctionalInterface
  public interface Worker {
    /** Does it; answers when to do it again, or nothing when it is over, well or not. */
    Optional<Instant> work(WorkItem item);
  }

  /** Work kept in a database with {@link #SCHEMA}; what was begun before begins again. */
  public DurableWork(ServiceDatabase database, InstantSource clock, String name, Worker worker) {
    this.database = database;
    this.clock = clock;
    this.worker = worker;
    dispatcher =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name(name).factory(),
            new ThreadPoolExecutor.DiscardPolicy()); // after the close nothing is dispatched
    // With a delay between, not at a rate: after the machine slept, thousands of rounds would
    // follow.
    dispatcher.scheduleWithFixedDelay(this::dispatch, 0, POLL, TimeUnit.MILLISECONDS);
  }

  /** Adds work within the caller's write; {@link #wake} after it starts it at once. */
  public void add(SqlConnection sql, String id, String topic, byte[] payload) throws SQLException {
    long now = clock.millis();
    sql.run(
        "INSERT INTO work (id, topic, payload, accepted, due) VALUES (?, ?, ?, ?, ?)",
        id,
        topic,
        payload,
        now,
        now);
  }

  /** How much work is not done yet. */
  public static long waiting(SqlConnection sql) throws SQLException {
    return sql.number("SELECT count(*) FROM work");
  }

  /** Starts what is due. */
  public void wake() {
    dispatcher.execute(this::dispatch);
  }

  /** Starts nothing more and gives what runs a moment to end. */
  @Override
  public void close() {
    // First: no more slots are taken, so taking all of them below means that nothing runs.
    dispatcher.shutdownNow();
    try {
      slots.tryAcquire(AT_ONCE, PARTING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch() {
    try {
      forgetEnded();
      due().stream().filter(number -> !running.contains(number)).forEach(this::start);
    } catch (RuntimeException e) { // the timer would never call again
      LOG.log(System.Logger.Level.ERROR, "Waiting work cannot be started", e);
    }
  }

  /** Before looking what is due, so that nothing read before it ended is begun again. */
  private void forgetEnded() {
    for (Long number = ended.poll(); number != null; number = ended.poll()) {
      running.remove(number);
    }
  }

  /** As many as may be running already and as many again. */
  private List<Long> due() {
    return database.read(
        sql ->
            sql.list(
                row -> row.getLong("number"),
                "SELECT number FROM work WHERE due <= ? ORDER BY due, number LIMIT ?",
                clock.millis(),
                2 * AT_ONCE));
  }

  private void start(long number) {
    // Never waits: the one dispatcher would stand still for all. What finds no slot is due next
    // time.
    if (slots.tryAcquire()) {
      // Before it starts: the next round would start it a second time, since it is on disk until it
      // is done.
      running.add(number);
      Thread.ofVirtual().start(() -> run(number));
    }
  }

  private void run(long number) {
    try {
      item(number).ifPresent(item -> settle(item, attempt(item)));
    } catch (IllegalStateException e) { // closed meanwhile: it begins again at the next start
      LOG.log(System.Logger.Level.DEBUG, "Work " + number + " was cut off", e);
    } finally {
      // Before the slot is free: otherwise all slots could be taken while these still count as
      // running.
      ended.add(number);
      slots.release();
    }
    wake();
  }

  private Optional<WorkItem> item(long number) {
    return database.read(
        sql -> sql.one(WorkItem::of, "SELECT * FROM work WHERE number = ?", number));
  }

  private Optional<Instant> attempt(WorkItem item) {
    try {
      return worker.work(item);
    } catch (RuntimeException e) { // a bug must not lose the work, nor repeat it in a hurry
      LOG.log(System.Logger.Level.ERROR, "Work on " + item.topic() + " failed", e);
      return Optional.of(clock.instant().plus(AFTER_BUG));
    }
  }

  private void settle(WorkItem item, Optional<Instant> again) {
    database.write(
        sql ->
            again.isEmpty()
                ? sql.run("DELETE FROM work WHERE number = ?", item.number())
                : sql.run(
                    "UPDATE work SET attempts = ?, due = ? WHERE number = ?",
                    item.attempt(),
                    again.get().toEpochMilli(),
                    item.number()));
  }
}
