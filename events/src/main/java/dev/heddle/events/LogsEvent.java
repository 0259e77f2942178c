package dev.heddle.events;

import java.util.List;

/**
 * A CloudWatch Logs subscription delivery; {@code data} is gzipped, Base64-encoded {@link Batch}.
 */
public record LogsEvent(AwsLogs awslogs) {

  /** The envelope. */
  public record AwsLogs(String data) {}

  /** What {@code data} unpacks to. */
  public record Batch(
      String messageType, String owner, String logGroup, String logStream, List<Line> logEvents) {}

  /** One log line; {@code timestamp} is in milliseconds since the epoch. */
  public record Line(String id, long timestamp, String message) {}
}
