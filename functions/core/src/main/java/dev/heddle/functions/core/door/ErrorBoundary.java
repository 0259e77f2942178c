package dev.heddle.functions.core.door;

import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import java.util.function.Supplier;

/**
 * What every door behind HTTP does alike: logs the call, and turns what goes wrong to a problem.
 */
final class ErrorBoundary {
  private final CallLog log;

  ErrorBoundary(String unit) {
    log = new CallLog(unit);
  }

  HttpReply answer(GatewayRequest request, Supplier<HttpReply> work) {
    try (var _ = log.of(request.correlation())) {
      return log.timed(() -> guarded(request, work));
    }
  }

  // A broad catch belongs here: behind this door is everything, before it only the gateway.
  private HttpReply guarded(GatewayRequest request, Supplier<HttpReply> work) {
    try {
      return work.get();
    } catch (Fault fault) {
      log.fault(fault);
      return ProblemJson.reply(fault.problem(), request.correlation());
    } catch (RuntimeException e) {
      log.failure(e);
      return ProblemJson.reply(new Problem.Internal(), request.correlation());
    }
  }
}
