package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.graph.GraphDocument.Mode;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a drawing is run as Express, and why.
 *
 * @param timeoutSeconds the bound of a run; null is the service's own
 */
public record WorkflowType(boolean express, String reason, @Nullable Integer timeoutSeconds) {

  /** A caller is not kept waiting longer, and so no Express run lasts longer. */
  public static final int CALLER_WAITS_SECONDS = 25;

  /** Chooses for a drawing. */
  public static WorkflowType of(Drawing drawing) {
    Mode mode = drawing.settings().mode();
    return switch (mode) {
      case EXPRESS -> express(drawing, "The settings ask for Express.");
      case STANDARD -> standard(drawing, "The settings ask for Standard.");
      case AUTO -> automatic(drawing);
    };
  }

  /** What goes on from a recorded run has no caller who waits. */
  public static WorkflowType ofResumed(Drawing drawing) {
    return standard(drawing, "Standard, because it continues a recorded run.");
  }

  private static WorkflowType automatic(Drawing drawing) {
    if (!drawing.triggers().stream().allMatch(AnswersHaveCallers::waits)) {
      return standard(drawing, "Standard, because not every trigger has a waiting caller.");
    }
    DrawingStep answer =
        drawing.steps().stream()
            .filter(step -> step.works() && step.wiring() instanceof NodeWiring.Respond)
            .findFirst()
            .orElse(null);
    if (answer == null) {
      return standard(drawing, "Standard, because no step responds to the caller.");
    }
    if (!drawing.outOf(answer.index()).isEmpty()) {
      return standard(drawing, "Standard, because the run continues after the response.");
    }
    for (DrawingStep step : drawing.all()) {
      Optional<String> why = pauses(step).or(() -> needsStandard(step));
      if (why.isPresent()) {
        String reason = "Standard, because \"" + step.node().name() + "\" " + why.get() + ".";
        return standard(drawing, reason);
      }
    }
    return express(drawing, "Express, because a caller waits for the response and nothing pauses.");
  }

  /** Express can pause, but a caller shouldn't be kept. */
  private static Optional<String> pauses(DrawingStep step) {
    boolean waits = step.works() && step.wiring() instanceof NodeWiring.Wait;
    return waits ? Optional.of("waits") : Optional.empty();
  }

  /** Why Express can't run a step; nothing if it can. */
  static Optional<String> needsStandard(DrawingStep step) {
    if (!step.works()) {
      return Optional.empty();
    }
    return switch (step.wiring()) {
      case NodeWiring.Await _ -> Optional.of("waits for someone");
      case NodeWiring.RunWorkflow _ when step.waitsForRun() -> Optional.of("waits for another run");
      case NodeWiring.Agent _ -> Optional.of("is a separate run");
      case NodeWiring.ForEach _ when step.isDistributed() ->
          Optional.of("runs its items separately");
      case NodeWiring.Trigger trigger when trigger.called() ->
          Optional.of("is called by other runs");
      case NodeWiring.Trigger _,
          NodeWiring.Call _,
          NodeWiring.RunWorkflow _,
          NodeWiring.ForEach _ ->
          Optional.empty();
      case NodeWiring.Loop _,
          NodeWiring.If _,
          NodeWiring.Switch _,
          NodeWiring.SetFields _,
          NodeWiring.Merge _ ->
          Optional.empty();
      case NodeWiring.Wait _, NodeWiring.Respond _, NodeWiring.Stop _ -> Optional.empty();
    };
  }

  private static WorkflowType express(Drawing drawing, String reason) {
    Integer asked = drawing.settings().timeoutSeconds();
    int bound = asked == null ? CALLER_WAITS_SECONDS : Math.min(asked, CALLER_WAITS_SECONDS);
    return new WorkflowType(true, reason, bound);
  }

  private static WorkflowType standard(Drawing drawing, String reason) {
    return new WorkflowType(false, reason, drawing.settings().timeoutSeconds());
  }
}
