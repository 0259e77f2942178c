package dev.heddle.localstack.aws.stepfunctions.run;

import java.time.Instant;

/** What time it is, and being told when a time has come. */
public interface EngineTime extends AutoCloseable {

  /** The time now. */
  Instant now();

  /** Runs something, quickly, when a time has come; at once when it has passed. */
  void at(Instant due, Runnable action);

  @Override
  void close();
}
