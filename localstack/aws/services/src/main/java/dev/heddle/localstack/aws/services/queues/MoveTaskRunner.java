package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Moves dead letters in small durable steps, each task on a virtual thread of its own. */
final class MoveTaskRunner {
  // Small, because each step is one write that all senders and receivers wait for, and what a crash
  // undoes is no more than this.
  private static final int STEP = 100;

  private final ServiceDatabase database;
  private final QueueTable queues;
  private final ArrivalSignals arrivalSignals;
  private final InstantSource clock;

  MoveTaskRunner(
      ServiceDatabase database,
      QueueTable queues,
      ArrivalSignals arrivalSignals,
      InstantSource clock) {
    this.database = database;
    this.queues = queues;
    this.arrivalSignals = arrivalSignals;
    this.clock = clock;
  }

  void start(MoveTask task) {
    Thread.ofVirtual().name("move-" + task.handle()).start(() -> run(task));
  }

  private void run(MoveTask task) {
    int most = task.rate() == 0 ? STEP : Math.min(STEP, task.rate());
    int moved = most;
    try {
      while (moved > 0 && !arrivalSignals.closed()) {
        moved = step(task, most);
        if (task.rate() > 0) {
          Thread.sleep(Duration.ofMillis(1_000L * moved / task.rate()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // the database was closed under it: the task goes on at the next start
    }
  }

  private int step(MoveTask task, int most) {
    Set<String> targets = new HashSet<>();
    int moved = database.write(sql -> move(sql, task, most, targets));
    targets.forEach(arrivalSignals::announce);
    return moved;
  }

  private int move(SqlConnection sql, MoveTask task, int most, Set<String> targets)
      throws SQLException {
    // Asked in the same write as the move: a task cancelled in between must not move another
    // message.
    List<SqsMessage> found = running(sql, task) ? next(sql, task, most) : List.of();
    for (SqsMessage message : found) {
      Optional<SqsQueue> target = target(task, message);
      if (target.isEmpty()) {
        end(sql, task, "FAILED", "CouldNotDetermineMessageSource");
        return 0;
      }
      insertAnew(sql, message, target.get());
      targets.add(target.get().name());
    }
    // With the messages: after a crash the count and the queues agree.
    sql.run("UPDATE move_task SET moved = moved + ? WHERE handle = ?", found.size(), task.handle());
    if (found.isEmpty()) {
      end(sql, task, "COMPLETED", "");
    }
    return found.size();
  }

  private static boolean running(SqlConnection sql, MoveTask task) throws SQLException {
    return sql.number(
            "SELECT count(*) FROM move_task WHERE handle = ? AND status = ?",
            task.handle(),
            MoveTask.RUNNING)
        > 0;
  }

  /** Messages that came to the queue after the task began stay: they may be coming back. */
  private List<SqsMessage> next(SqlConnection sql, MoveTask task, int most) throws SQLException {
    Optional<SqsQueue> source = queues.find(QueueNames.of(task.source()));
    return source.isEmpty()
        ? List.of()
        : sql.list(
            SqsMessage::of,
            "SELECT * FROM message WHERE queue = ? AND number <= ? AND visible <= ?"
                + " ORDER BY number LIMIT ?",
            source.get().id(),
            task.upTo(),
            clock.millis(),
            most);
  }

  private Optional<SqsQueue> target(MoveTask task, SqsMessage message) {
    String arn = task.destination();
    if (arn.isEmpty() && message.deadLetterSource() != null) {
      arn = message.deadLetterSource();
    }
    return queues.find(QueueNames.of(arn));
  }

  /** A moved message is a new one: new id, new time, never received. */
  private void insertAnew(SqlConnection sql, SqsMessage message, SqsQueue target)
      throws SQLException {
    long now = clock.millis();
    sql.run(
        "INSERT INTO message (queue, id, body, attributes, system, sent, visible, message_group,"
            + " deduplication) SELECT ?, ?, body, attributes, system, ?, ?, message_group,"
            + " deduplication FROM message WHERE number = ?",
        target.id(),
        UUID.randomUUID().toString(),
        now,
        now,
        message.number());
    MessageTable.delete(sql, message.number());
  }

  private static void end(SqlConnection sql, MoveTask task, String status, String failure)
      throws SQLException {
    sql.run(
        "UPDATE move_task SET status = ?, failure = ? WHERE handle = ? AND status = ?",
        status,
        failure,
        task.handle(),
        MoveTask.RUNNING);
    sql.run(
        "DELETE FROM move_task WHERE source = ?1 AND status <> ?2 AND handle NOT IN (SELECT handle"
            + " FROM move_task WHERE source = ?1 ORDER BY started DESC LIMIT 10)",
        task.source(),
        MoveTask.RUNNING);
  }
}
