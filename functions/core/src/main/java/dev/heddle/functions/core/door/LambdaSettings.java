package dev.heddle.functions.core.door;

/** How a function is set up in AWS; the stack deploys it so, and the benchmark starts it so. */
public final class LambdaSettings {
  /** The memory of a function in MB; it also decides its share of a processor. */
  public static final int MEMORY_MB = 1024;

  /**
   * What {@code JAVA_TOOL_OPTIONS} says. A function that has just started runs everything once, so
   * it gains nothing from the second compiler or a parallel collector.
   */
  public static final String JAVA_OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private LambdaSettings() {}
}
