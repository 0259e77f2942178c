package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.events.ExecutionLogEvent;
import java.util.List;

/** Receives every event of every execution, those of one execution in order. */
@FunctionalInterface
public interface ExecutionLog {

  /**
   * Takes some events, on a thread of the engine. They count as delivered when it returns; after a
   * throw, or a crash, they are delivered again.
   */
  void deliver(List<ExecutionLogEvent> events);
}
