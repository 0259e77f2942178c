package dev.heddle.localstack.aws.stepfunctions.port;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Receives every event of every execution, those of one execution in order. */
@FunctionalInterface
public interface ExecutionLog {

  /**
   * Takes some events, on a thread of the engine. They count as delivered when it returns; after a
   * throw, or a crash, they are delivered again.
   */
  void deliver(List<Entry> events);

  /**
   * One event as the service writes it to its log (level ALL, execution data included): written as
   * JSON, a record of this is a line of that log.
   */
  record Entry(
      String id,
      String type,
      JsonNode details,
      String previous_event_id,
      String event_timestamp,
      String execution_arn,
      String redrive_count) {}
}
