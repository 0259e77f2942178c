package dev.heddle.functions.spec.run;

/** How many iterations of a node are no longer kept, and how many of them failed. */
public record Tally(long count, long failed) {
  /** All are kept. */
  public static final Tally NONE = new Tally(0, 0);
}
