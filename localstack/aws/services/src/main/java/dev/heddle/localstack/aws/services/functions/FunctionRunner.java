package dev.heddle.localstack.aws.services.functions;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Function;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Invocation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs functions within their time and within a number of calls at once. */
final class FunctionRunner {
  static final int PAYLOAD_BYTES = 6 << 20;

  private final LambdaHost host;
  private final Semaphore slots;

  FunctionRunner(LambdaHost host, int concurrency) {
    this.host = host;
    this.slots = new Semaphore(concurrency);
  }

  /** Runs it to its end; more calls than there are slots are refused as Lambda throttles. */
  InvocationResult run(Function function, Invocation invocation) {
    // Refused, not queued: callers retry with a pause, and a queue would hide that functions are
    // stuck.
    if (!slots.tryAcquire()) {
      throw new AwsFault(429, "TooManyRequestsException", "Rate Exceeded.");
    }
    var done = new CompletableFuture<InvocationResult>();
    Thread thread =
        Thread.ofVirtual()
            .name("function-" + function.name())
            .start(() -> complete(invocation, done));
    return await(function, invocation, thread, done);
  }

  /** The slot is free again when the code has ended, not when its time was over. */
  private void complete(Invocation invocation, CompletableFuture<InvocationResult> done) {
    try {
      done.complete(bounded(host.invoke(invocation)));
    } catch (Throwable thrown) { // the door to foreign code: what it throws is its answer
      done.complete(InvocationResult.of(thrown));
    } finally {
      slots.release();
    }
  }

  private static InvocationResult await(
      Function function,
      Invocation invocation,
      Thread thread,
      CompletableFuture<InvocationResult> done) {
    try {
      return done.get(function.timeoutSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // Only a request: code that ignores it goes on and keeps its slot, as there is no safe way to
      // end it.
      thread.interrupt();
      return InvocationResult.failure(
          "Sandbox.Timedout",
          "RequestId: %s Error: Task timed out after %d.00 seconds"
              .formatted(invocation.requestId(), function.timeoutSeconds()));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new AwsFault(500, "ServiceException", "The call was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("An outcome is always a value", e);
    }
  }

  private static InvocationResult bounded(byte[] payload) {
    return payload.length <= PAYLOAD_BYTES
        ? InvocationResult.success(payload)
        : InvocationResult.failure(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size ("
                + PAYLOAD_BYTES
                + " bytes).");
  }
}
