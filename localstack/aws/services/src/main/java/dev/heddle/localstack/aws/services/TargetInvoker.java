package dev.heddle.localstack.aws.services;

import java.util.Map;
import java.util.Optional;

/** Whoever starts executions, sends messages and calls functions for schedules and rules. */
@FunctionalInterface
public interface TargetInvoker {

  /** Calls the target; whatever it throws is a failed attempt, tried again later. */
  void call(Call call) throws Exception;

  /**
   * One call of a target.
   *
   * @param arn a state machine, queue, function or bus, or a universal target {@code
   *     arn:aws:scheduler:::aws-sdk:…}
   * @param executionId the same in every attempt, so that a repeated start can be recognised
   * @param input what to hand over
   * @param messageGroup for a FIFO queue
   * @param attributes of a message to a dead-letter queue: why it ended there; else empty
   */
  record Call(
      String arn,
      String executionId,
      String input,
      Optional<String> messageGroup,
      Map<String, String> attributes) {

    /** The service of the target, such as {@code states}, {@code sqs} or {@code lambda}. */
    public String service() {
      String[] parts = arn.split(":", 4);
      return parts.length > 2 ? parts[2] : "";
    }
  }
}
