package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.Optional;

/**
 * Estimates how many events the longest run writes, of which Step Functions keeps 25,000 for one
 * execution (Step Functions quotas). Lists whose length isn't known count as one item.
 */
public final class History {
  /** The most events one execution may have. */
  public static final long MOST = 25_000;

  private static final long CALL = 5;
  private static final long PURE = 2;
  private static final long ITERATION = 4;

  private History() {}

  /** The innermost step that alone writes too many; nothing if none does. */
  public static Optional<Step> culprit(Planned planned) {
    for (Step step : planned.dag().drawing().steps()) {
      if (events(step, planned) > MOST) {
        return planned.inside(step).stream()
            .flatMap(part -> culprit(part).stream())
            .findFirst()
            .or(() -> Optional.of(step));
      }
    }
    return Optional.empty();
  }

  /** The events of one run of a drawing. */
  public static long events(Planned planned) {
    long events = PURE;
    for (Step step : planned.dag().drawing().steps()) {
      events += events(step, planned);
    }
    return events;
  }

  private static long events(Step step, Planned planned) {
    if (planned.dag().of(step) < 0) {
      return 0;
    }
    long inside = planned.inside(step).stream().mapToLong(History::events).sum();
    return switch (step.wiring()) {
      case Wiring.Trigger _ -> 0;
      case Wiring.Call _, Wiring.Await _, Wiring.RunWorkflow _, Wiring.Agent _ -> CALL;
      case Wiring.ForEach _ -> step.runsApart() ? CALL : CALL + ITERATION + inside;
      case Wiring.Loop _ -> PURE + times(step) * (PURE + inside);
      case Wiring.If _, Wiring.Switch _, Wiring.SetFields _, Wiring.Wait _ -> PURE;
      case Wiring.Merge _, Wiring.Respond _, Wiring.Stop _ -> PURE + inside;
    };
  }

  private static long times(Step loop) {
    return loop.value("max") instanceof Value.Literal max ? max.json().asLong(1) : 1;
  }
}
