package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.shape.VariantName;

/** How a run stands, as it is written on the wire. */
public enum RunStatus {
  @VariantName
  RUNNING(Run.Status.RUNNING),
  @VariantName
  SUCCEEDED(Run.Status.SUCCEEDED),
  @VariantName
  FAILED(Run.Status.FAILED),
  @VariantName
  TIMED_OUT(Run.Status.TIMED_OUT),
  @VariantName
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
