package dev.heddle.functions.core.door;

import dev.heddle.functions.spec.fault.Fault;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One line for each call of a unit: its name, how long it took and, if it failed, how. Never a
 * header, a body, a config or the text of a foreign exception: any of them may hold a secret.
 */
final class CallLog {
  private final Logger logger;

  CallLog(String unit) {
    logger = LoggerFactory.getLogger("heddle." + unit);
  }

  /** Everything logged until it is closed carries this correlation id. */
  MDC.MDCCloseable of(String correlation) {
    return MDC.putCloseable("correlation_id", correlation);
  }

  <T> T timed(Supplier<T> work) {
    long start = System.nanoTime();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      long millis = (System.nanoTime() - start) / 1_000_000;
      logger.atDebug().addKeyValue("millis", millis).addKeyValue("done", done).log("answered");
    }
  }

  void fault(Fault fault) {
    String kind = fault.problem().getClass().getSimpleName();
    logger.atInfo().addKeyValue("problem", kind).log("refused");
  }

  void failure(RuntimeException failure) {
    logger
        .atError()
        .addKeyValue("failure", failure.getClass().getName())
        .addKeyValue("at", place(failure))
        .log("failed");
  }

  private static String place(Throwable failure) {
    StringBuilder places = new StringBuilder();
    for (Throwable t = failure; t != null && places.length() < 2_000; t = t.getCause()) {
      places.append(t.getClass().getName());
      for (int i = 0; i < Math.min(6, t.getStackTrace().length); i++) {
        places.append(" < ").append(t.getStackTrace()[i]);
      }
      places.append(" | ");
    }
    return places.toString();
  }
}
