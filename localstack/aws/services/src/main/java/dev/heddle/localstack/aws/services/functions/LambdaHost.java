package dev.heddle.localstack.aws.services.functions;

import java.util.List;

/** Whoever holds the functions' code; every method may be called from many threads at once. */
public interface LambdaHost {

  /** All functions there are. */
  List<Function> functions();

  /**
   * Runs a function and waits for it; what it throws is the function's own error. When the
   * function's time is over the thread is interrupted.
   */
  byte[] invoke(Invocation invocation) throws Exception;

  /** A function as Lambda would describe it. */
  record Function(
      String name, String description, String handler, int timeoutSeconds, int memoryMb) {}

  /**
   * One call of a function.
   *
   * @param requestId differs from call to call, but not between retries of an asynchronous one
   * @param qualifier the version or alias asked for, {@code $LATEST} if none
   */
  record Invocation(String requestId, String function, String qualifier, byte[] payload) {}
}
