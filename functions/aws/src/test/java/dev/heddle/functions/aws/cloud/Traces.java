package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import java.time.Instant;
import java.util.List;

/** Traces of runs for tests. */
final class Traces {
  private Traces() {}

  static RunTrace of(String run) {
    Instant now = Instant.now();
    return new RunTrace(
        new Run(
            run,
            "wf_1",
            "W",
            1,
            "v1",
            "t",
            null,
            Run.Status.RUNNING,
            now,
            null,
            null,
            null,
            null,
            null),
        0,
        List.of());
  }
}
