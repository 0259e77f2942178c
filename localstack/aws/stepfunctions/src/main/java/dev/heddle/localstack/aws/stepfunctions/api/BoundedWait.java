package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on a caller's thread for what the engine does on its own. */
final class BoundedWait {
  // A little more than the five minutes an Express execution may take: without a bound an engine
  // that lost a reply would hold the caller's connection for ever.
  private static final long LONGEST_SECONDS = 330;

  private BoundedWait() {}

  static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AwsFault refusal ? refusal : unavailable();
    } catch (TimeoutException e) {
      throw unavailable();
    }
  }

  private static AwsFault unavailable() {
    return new AwsFault(503, "ServiceUnavailable", "The engine did not answer in time; try again");
  }
}
