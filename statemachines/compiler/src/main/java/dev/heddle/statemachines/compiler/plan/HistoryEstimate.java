package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.Optional;

/**
 * Estimates how many events the longest run writes, of which Step Functions keeps 25,000 for one
 * execution (Step Functions quotas). Lists whose length isn't known count as one item.
 */
public final class HistoryEstimate {
  /** The most events one execution may have. */
  public static final long MOST = 25_000;

  private static final long CALL = 5;
  private static final long PURE = 2;
  private static final long ITERATION = 4;

  private HistoryEstimate() {}

  /** The innermost step that alone writes too many; nothing if none does. */
  public static Optional<DrawingStep> culprit(PlannedDrawing plannedDrawing) {
    for (DrawingStep step : plannedDrawing.dag().drawing().steps()) {
      if (events(step, plannedDrawing) > MOST) {
        return plannedDrawing.inside(step).stream()
            .flatMap(part -> culprit(part).stream())
            .findFirst()
            .or(() -> Optional.of(step));
      }
    }
    return Optional.empty();
  }

  /** The events of one run of a drawing. */
  public static long events(PlannedDrawing plannedDrawing) {
    long events = PURE;
    for (DrawingStep step : plannedDrawing.dag().drawing().steps()) {
      events += events(step, plannedDrawing);
    }
    return events;
  }

  private static long events(DrawingStep step, PlannedDrawing plannedDrawing) {
    if (plannedDrawing.dag().of(step) < 0) {
      return 0;
    }
    long inside = plannedDrawing.inside(step).stream().mapToLong(HistoryEstimate::events).sum();
    return switch (step.wiring()) {
      case NodeWiring.Trigger _ -> 0;
      case NodeWiring.Call _, NodeWiring.Await _, NodeWiring.RunWorkflow _, NodeWiring.Agent _ ->
          CALL;
      case NodeWiring.ForEach _ -> step.isDistributed() ? CALL : CALL + ITERATION + inside;
      case NodeWiring.Loop _ -> PURE + times(step) * (PURE + inside);
      case NodeWiring.If _, NodeWiring.Switch _, NodeWiring.SetFields _, NodeWiring.Wait _ -> PURE;
      case NodeWiring.Merge _, NodeWiring.Respond _, NodeWiring.Stop _ -> PURE + inside;
    };
  }

  private static long times(DrawingStep loop) {
    return loop.value("max") instanceof DynamicValue.Literal max ? max.json().asLong(1) : 1;
  }
}
