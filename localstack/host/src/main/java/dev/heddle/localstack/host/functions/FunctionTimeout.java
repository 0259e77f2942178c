package dev.heddle.localstack.host.functions;

import java.time.Duration;

/** A function took longer than it may. */
public final class FunctionTimeout extends RuntimeException {
  FunctionTimeout(Duration timeout) {
    super(
        "Task timed out after %.2f seconds".formatted(timeout.toMillis() / 1000.0),
        null,
        false,
        false);
  }
}
