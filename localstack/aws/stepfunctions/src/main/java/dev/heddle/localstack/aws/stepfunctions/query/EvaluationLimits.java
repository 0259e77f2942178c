package dev.heddle.localstack.aws.stepfunctions.query;

import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stops an expression that runs too long, too deep, or builds too much on the way. */
final class EvaluationLimits {
  // An expression runs inside a turn, on one of few threads: without these bounds one workflow
  // could stop all others, or take the process with it.
  private static final long NANOS = 2_000_000_000L;
  // Well before the stack of 32 MB ends, so that it is an error of the expression and not of the
  // JVM.
  private static final int DEPTH = 2_000;
  // What was ever built, not what is held: freed text still costs the time it took to build.
  private static final long MEMORY = 32_000_000;
  private static final int LIST = 1_000_000;

  private final long deadline = System.nanoTime() + NANOS;
  private int depth;
  private int ticks;
  private long memory;
  private final ValueSizeLimit weights = new ValueSizeLimit();

  /** Thrown out of an evaluation that passed a bound. */
  static final class LimitExceeded extends RuntimeException {
    LimitExceeded(String message) {
      super(message, null, false, false);
    }
  }

  void guard(Jsonata.Frame frame) {
    frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
    frame.setEvaluateExitCallback((expression, input, environment, result) -> exit(result));
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw new LimitExceeded("The expression recurses deeper than " + DEPTH);
    }
    if ((++ticks & 63) == 0 && System.nanoTime() > deadline) {
      throw new LimitExceeded("The expression ran longer than " + NANOS / 1_000_000 + " ms");
    }
  }

  private void exit(@Nullable Object result) {
    depth--;
    if (result instanceof String text && text.length() > 1_000) {
      spend(text.length());
    } else if (result instanceof List<?> list) {
      if (list.size() > LIST) {
        throw new LimitExceeded("The expression built a list of more than " + LIST + " items");
      }
      weigh(list);
    } else if (result instanceof Map<?, ?> fields) {
      weigh(fields);
    }
  }

  private void weigh(Object container) {
    if (!(container instanceof JsonView.BoundedView)) {
      weights.check(container);
    }
  }

  private void spend(int size) {
    memory += size;
    if (memory > MEMORY) {
      throw new LimitExceeded("The expression built more than " + MEMORY + " characters of text");
    }
  }
}
