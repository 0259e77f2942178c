package dev.heddle.functions.core.start;

import dev.heddle.functions.spec.port.MachineName;
import java.util.Optional;

/**
 * Whose execution an ARN names: {@code arn:aws:states:<region>:<account>:execution:<machine>:<run>}
 * or {@code …:express:<machine>:<run>:<id>}. An execution that a for-each started for some of its
 * items is {@code …:execution:<machine>/<for-each>:<id>}; its ARN doesn't tell the run.
 *
 * @param run the run's id; of a for-each's execution its own
 * @param container the for-each that started it; empty for a run's own execution
 */
public record ExecutionName(MachineName machine, String run, String container) {
  private static final int KIND = 5;
  private static final int MACHINE = 6;
  private static final int RUN = 7;

  /** Whether a for-each started it. */
  public boolean isItems() {
    return !container.isEmpty();
  }

  /** What tells it from the other executions of its run; empty for the run's own. */
  public String own() {
    return isItems() ? container + ":" + run : "";
  }

  /** The parts of an execution's ARN; empty when it is none of ours. */
  public static Optional<ExecutionName> parse(String prefix, String arn) {
    String[] parts = arn.split(":", -1);
    if (parts.length <= RUN || !parts[KIND].matches("execution|express")) {
      return Optional.empty();
    }
    String[] name = parts[MACHINE].split("/", 2);
    return MachineName.parse(prefix, name[0])
        .map(machine -> new ExecutionName(machine, parts[RUN], name.length > 1 ? name[1] : ""));
  }
}
