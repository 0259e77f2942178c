package dev.heddle.functions.spec.run;

/** How many iterations of a node are no longer kept, and how many of them failed. */
public record DroppedCount(long count, long failed) {
  /** All are kept. */
  public static final DroppedCount NONE = new DroppedCount(0, 0);
}
