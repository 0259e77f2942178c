package dev.heddle.functions.core.door;

import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import java.util.function.Supplier;

/**
 * What every door behind HTTP does alike: logs the call, and turns what goes wrong to a problem.
 */
final class Guard {
  private final Log log;

  Guard(String unit) {
    log = new Log(unit);
  }

  HttpReply answer(Request request, Supplier<HttpReply> work) {
    try (var _ = log.of(request.correlation())) {
      return log.timed(() -> guarded(request, work));
    }
  }

  // A broad catch belongs here: behind this door is everything, before it only the gateway.
  private HttpReply guarded(Request request, Supplier<HttpReply> work) {
    try {
      return work.get();
    } catch (Fault fault) {
      log.fault(fault);
      return Problems.reply(fault.problem(), request.correlation());
    } catch (RuntimeException e) {
      log.failure(e);
      return Problems.reply(new Problem.Internal(), request.correlation());
    }
  }
}
