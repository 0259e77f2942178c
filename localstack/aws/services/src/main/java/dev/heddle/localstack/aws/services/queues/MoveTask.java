package dev.heddle.localstack.aws.services.queues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Dead letters on their way back.
 *
 * @param source ARN of the dead-letter queue
 * @param destination ARN, or empty: each goes to where it came from
 * @param rate messages a second, 0 for as fast as it goes
 * @param upTo the number of the last message that belongs to the task
 * @param started epoch milliseconds
 * @param failure why it failed, or empty
 */
record MoveTask(
    String handle,
    String source,
    String destination,
    int rate,
    String status,
    long upTo,
    long moved,
    long total,
    long started,
    String failure) {
  static final String RUNNING = "RUNNING";
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS move_task (handle TEXT PRIMARY KEY, source TEXT NOT NULL,"
          + " destination TEXT NOT NULL, rate INTEGER NOT NULL, status TEXT NOT NULL, up_to"
          + " INTEGER NOT NULL, moved INTEGER NOT NULL, total INTEGER NOT NULL, started INTEGER"
          + " NOT NULL, failure TEXT NOT NULL)";

  static MoveTask of(ResultSet row) throws SQLException {
    return new MoveTask(
        row.getString("handle"),
        row.getString("source"),
        row.getString("destination"),
        row.getInt("rate"),
        row.getString("status"),
        row.getLong("up_to"),
        row.getLong("moved"),
        row.getLong("total"),
        row.getLong("started"),
        row.getString("failure"));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    if (status.equals(RUNNING)) {
      json.put("TaskHandle", handle);
    }
    json.put("Status", status);
    json.put("SourceArn", source);
    if (!destination.isEmpty()) {
      json.put("DestinationArn", destination);
    }
    if (rate > 0) {
      json.put("MaxNumberOfMessagesPerSecond", rate);
    }
    json.put("ApproximateNumberOfMessagesMoved", moved);
    json.put("ApproximateNumberOfMessagesToMove", total);
    if (!failure.isEmpty()) {
      json.put("FailureReason", failure);
    }
    json.put("StartedTimestamp", started);
    return json;
  }
}
