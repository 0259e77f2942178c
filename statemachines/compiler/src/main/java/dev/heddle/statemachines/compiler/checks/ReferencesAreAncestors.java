package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.ConfigExpression;
import dev.heddle.statemachines.compiler.drawing.ContainerFrame;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.VariableReference;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SpellingHints;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Scope of variables, by dominance: an expression names only what has run, or was passed by, before
 * its node or what it stands in.
 */
final class ReferencesAreAncestors implements DrawingCheck {
  private static final String RULE = "references-are-ancestors";
  private static final Set<String> EVERYWHERE = Set.of("trigger", "run");
  private static final Set<String> OF_ITEMS = Set.of("item", "index");

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (Drawing level = drawing; level != null; level = level.outer()) {
      if (level.hasCycle()) {
        return;
      }
    }
    for (DrawingStep step : drawing.steps()) {
      for (ConfigExpression usage : step.expressions()) {
        for (VariableReference reference : usage.parsed().references()) {
          check(drawing, step, usage, reference, problems);
        }
      }
    }
  }

  private static void check(
      Drawing drawing,
      DrawingStep step,
      ConfigExpression usage,
      VariableReference reference,
      Diagnostics problems) {
    String name = reference.name();
    if (EVERYWHERE.contains(name) || precedes(drawing, step, name)) {
      return;
    }
    int column = reference.at() + 1;
    if (OF_ITEMS.contains(name) || name.equals("loop")) {
      checkRepeated(step, usage, name, column, problems);
    } else if (exists(drawing, name)) {
      String message = "\"" + name + "\" doesn't run before this step";
      String hint = "You can only read steps that lead here, and none inside another container.";
      problems.error(RULE, usage.place(), column, message, hint);
    } else {
      String message = "There is no step \"" + name + "\" before this one";
      String hint = SpellingHints.hint(name, known(drawing, step));
      problems.error(RULE, usage.place(), column, message, hint);
    }
  }

  private static boolean precedes(Drawing drawing, DrawingStep step, String name) {
    DrawingStep reader = step;
    for (Drawing level = drawing; level != null && reader != null; level = level.outer()) {
      DrawingStep named = level.find(name).orElse(null);
      if (named != null) {
        return level.ancestors().get(reader.index()).get(named.index());
      }
      reader = level.container();
    }
    return false;
  }

  private static void checkRepeated(
      DrawingStep step, ConfigExpression usage, String name, int column, Diagnostics problems) {
    boolean items = OF_ITEMS.contains(name);
    boolean inside = step.around().stream().anyMatch(frame -> frame.loops() != items);
    if (!inside && !(name.equals("loop") && asksAgain(step, usage))) {
      String message =
          "\"$" + name + "\" can only be used inside " + (items ? "a for-each" : "a loop");
      problems.error(RULE, usage.place(), column, message, "");
    }
  }

  /** A loop's own condition is asked at the end of each time. */
  private static boolean asksAgain(DrawingStep step, ConfigExpression usage) {
    return step.wiring() instanceof NodeWiring.Loop && "until".equals(usage.place().field());
  }

  /** Whether a node of this name stands anywhere in the whole drawing. */
  private static boolean exists(Drawing drawing, String name) {
    Drawing outermost = drawing;
    for (Drawing level = drawing; level != null; level = level.outer()) {
      outermost = level;
    }
    return outermost.levels().stream().anyMatch(level -> level.find(name).isPresent());
  }

  private static List<String> known(Drawing drawing, DrawingStep step) {
    List<String> known = new ArrayList<>();
    DrawingStep reader = step;
    for (Drawing level = drawing; level != null && reader != null; level = level.outer()) {
      Drawing here = level;
      here.ancestors().get(reader.index()).stream()
          .mapToObj(i -> here.step(i).id())
          .forEach(known::add);
      reader = level.container();
    }
    for (ContainerFrame frame : step.around()) {
      known.addAll(frame.loops() ? Set.of("loop") : OF_ITEMS);
    }
    return known;
  }
}
