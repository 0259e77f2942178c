package dev.heddle.statemachines.checks;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.graph.Graph.Mode;
import dev.heddle.statemachines.vocabulary.Wiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a drawing is run as Express, and why.
 *
 * @param timeoutSeconds the bound of a run; null is the service's own
 */
public record Flavour(boolean express, String reason, @Nullable Integer timeoutSeconds) {

  /** A caller is not kept waiting longer, and so no Express run lasts longer. */
  public static final int CALLER_WAITS_SECONDS = 25;

  /** Chooses for a drawing. */
  public static Flavour of(Drawing drawing) {
    Mode mode = drawing.settings().mode();
    return switch (mode) {
      case EXPRESS -> express(drawing, "The settings ask for Express.");
      case STANDARD -> standard(drawing, "The settings ask for Standard.");
      case AUTO -> automatic(drawing);
    };
  }

  private static Flavour automatic(Drawing drawing) {
    List<Step> triggers = drawing.triggers();
    if (!triggers.stream().allMatch(AnswersHaveCallers::waits)) {
      return standard(drawing, "Standard, as not every trigger has a caller who waits.");
    }
    Step answer = find(drawing, Wiring.Respond.class);
    if (answer == null) {
      return standard(drawing, "Standard, as no node answers the caller.");
    }
    if (!drawing.outOf(answer.index()).isEmpty()) {
      return standard(drawing, "Standard, as the run goes on after the answer.");
    }
    Step wait = find(drawing, Wiring.Wait.class);
    if (wait != null) {
      return standard(drawing, "Standard, as \"" + wait.node().name() + "\" waits.");
    }
    return express(drawing, "Express, as a caller waits for the answer and nothing pauses.");
  }

  private static @Nullable Step find(Drawing drawing, Class<? extends Wiring> wiring) {
    return drawing.steps().stream()
        .filter(step -> step.works() && wiring.isInstance(step.wiring()))
        .findFirst()
        .orElse(null);
  }

  private static Flavour express(Drawing drawing, String reason) {
    Integer asked = drawing.settings().timeoutSeconds();
    int bound = asked == null ? CALLER_WAITS_SECONDS : Math.min(asked, CALLER_WAITS_SECONDS);
    return new Flavour(true, reason, bound);
  }

  private static Flavour standard(Drawing drawing, String reason) {
    return new Flavour(false, reason, drawing.settings().timeoutSeconds());
  }
}
