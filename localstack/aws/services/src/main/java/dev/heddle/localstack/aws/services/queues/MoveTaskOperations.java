package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts, lists and cancels the moving of dead letters; what runs goes on after a restart. */
final class MoveTaskOperations {
  private final ServiceDatabase database;
  private final QueueTable queues;
  private final QueueOperations operations;
  private final MoveTaskRunner mover;
  private final InstantSource clock;

  MoveTaskOperations(
      ServiceDatabase database,
      QueueTable queues,
      QueueOperations operations,
      MoveTaskRunner mover,
      InstantSource clock) {
    this.database = database;
    this.queues = queues;
    this.operations = operations;
    this.mover = mover;
    this.clock = clock;
  }

  /** Goes on with the tasks that a stop interrupted. */
  void resume() {
    database
        .read(
            sql ->
                sql.list(
                    MoveTask::of, "SELECT * FROM move_task WHERE status = ?", MoveTask.RUNNING))
        .forEach(mover::start);
  }

  Object start(RequestInput input) {
    String source = input.required("SourceArn");
    String destination = input.text("DestinationArn").orElse("");
    int rate = input.integer("MaxNumberOfMessagesPerSecond", 1, 500).orElse(0);
    SqsQueue queue = resource(source, "SourceArn");
    if (!destination.isEmpty()) {
      resource(destination, "DestinationArn");
    }
    if (operations.sources(queue.name()).isEmpty()) {
      throw new AwsFault(
          "InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.");
    }
    MoveTask task = insert(queue, source, destination, rate);
    mover.start(task);
    return Map.of("TaskHandle", task.handle());
  }

  private MoveTask insert(SqsQueue queue, String source, String destination, int rate) {
    return database.write(
        sql -> {
          // In the write that inserts: two callers that looked before would both start a task.
          refuseSecond(sql, source);
          sql.run(
              "INSERT INTO move_task SELECT ?, ?, ?, ?, ?, coalesce(max(number), 0), 0, count(*),"
                  + " ?, '' FROM message WHERE queue = ?",
              UUID.randomUUID().toString(),
              source,
              destination,
              rate,
              MoveTask.RUNNING,
              clock.millis(),
              queue.id());
          return sql.one(MoveTask::of, "SELECT * FROM move_task WHERE rowid = last_insert_rowid()")
              .orElseThrow();
        });
  }

  private static void refuseSecond(SqlConnection sql, String source) throws SQLException {
    if (sql.number(
            "SELECT count(*) FROM move_task WHERE source = ? AND status = ?",
            source,
            MoveTask.RUNNING)
        > 0) {
      throw new AwsFault(
          "UnsupportedOperation",
          "There is already a task running. Only one active task is allowed for a source queue"
              + " arn at a given time.");
    }
  }

  Object list(RequestInput input) {
    String source = input.required("SourceArn");
    resource(source, "SourceArn");
    int most = input.integer("MaxResults", 1, 10).orElse(1);
    List<MoveTask> tasks =
        database.read(
            sql ->
                sql.list(
                    MoveTask::of,
                    "SELECT * FROM move_task WHERE source = ? ORDER BY started DESC LIMIT ?",
                    source,
                    most));
    return Map.of("Results", tasks.stream().map(MoveTask::json).toList());
  }

  Object cancel(RequestInput input) {
    String handle = input.required("TaskHandle");
    Optional<Long> moved =
        database.write(
            sql -> {
              int changed =
                  sql.run(
                      "UPDATE move_task SET status = 'CANCELLED' WHERE handle = ? AND status = ?",
                      handle,
                      MoveTask.RUNNING);
              return changed == 0
                  ? Optional.empty()
                  : Optional.of(sql.number("SELECT moved FROM move_task WHERE handle = ?", handle));
            });
    return Map.of(
        "ApproximateNumberOfMessagesMoved",
        moved.orElseThrow(() -> missing("The task handle names no running task.")));
  }

  private SqsQueue resource(String arn, String member) {
    return queues
        .find(QueueNames.of(arn))
        .orElseThrow(
            () -> missing("The resource that you specified for the " + member + " doesn't exist."));
  }

  private static AwsFault missing(String message) {
    return new AwsFault(404, "ResourceNotFoundException", message);
  }
}
