package dev.heddle.localstack.lab.bench;

import org.jspecify.annotations.Nullable;

/**
 * What floci 1.7.0, a public emulator that keeps everything in memory, did on 2 cores with 50
 * callers at once, in executions a second.
 */
final class FlociBaseline {
  static final String NAME = "floci 1.7.0, in memory";
  static final int CALLERS = 50;

  private FlociBaseline() {}

  /** Its figure; null where there is none. */
  static @Nullable Double perSecond(EngineWorkload workload, InvocationMode way, int callers) {
    if (callers != CALLERS) {
      return null;
    }
    return switch (workload.name() + " " + way) {
      case "pass10 DESCRIBE" -> 1_662.0;
      case "pass10 SYNC" -> 4_360.0;
      case "map100 DESCRIBE" -> 666.0;
      case "map100 SYNC" -> 786.0;
      default -> null;
    };
  }
}
