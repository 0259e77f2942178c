package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.shape.Variant;

/** How a run stands, as it is written on the wire. */
public enum RunStatus {
  @Variant
  RUNNING(Run.Status.RUNNING),
  @Variant
  SUCCEEDED(Run.Status.SUCCEEDED),
  @Variant
  FAILED(Run.Status.FAILED),
  @Variant
  TIMED_OUT(Run.Status.TIMED_OUT),
  @Variant
  STOPPED(Run.Status.STOPPED);

  private final Run.Status stored;

  RunStatus(Run.Status stored) {
    this.stored = stored;
  }

  /** The same in the record. */
  Run.Status stored() {
    return stored;
  }

  static RunStatus of(Run.Status status) {
    return valueOf(status.name());
  }
}
