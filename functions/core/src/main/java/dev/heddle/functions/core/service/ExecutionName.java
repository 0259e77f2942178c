package dev.heddle.functions.core.service;

import java.util.Optional;

/**
 * Whose execution an ARN names: {@code arn:aws:states:<region>:<account>:execution:<machine>:<run>}
 * or {@code …:express:<machine>:<run>:<id>}.
 */
public record ExecutionName(MachineName machine, String run) {
  private static final int KIND = 5;
  private static final int MACHINE = 6;
  private static final int RUN = 7;

  /** The parts of an execution's ARN; empty when it is none of ours. */
  public static Optional<ExecutionName> parse(String prefix, String arn) {
    String[] parts = arn.split(":", -1);
    if (parts.length <= RUN || !parts[KIND].matches("execution|express")) {
      return Optional.empty();
    }
    return MachineName.parse(prefix, parts[MACHINE])
        .map(machine -> new ExecutionName(machine, parts[RUN]));
  }
}
