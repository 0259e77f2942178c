package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.BuiltinNames;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import java.util.regex.Pattern;

/** Identifiers: a node's id is the variable by which expressions read its output. */
final class IdsAreNames implements DrawingCheck {
  private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      SourceLocation place = SourceLocation.node(step.id());
      if (!FORM.matcher(step.id()).matches()) {
        String hint =
            "Start with a lowercase letter, then use letters, digits and \"_\", at most 40 characters.";
        problems.error("ids-are-names", place, "\"" + step.id() + "\" isn't a valid id", hint);
      } else if (BuiltinNames.isReserved(step.id())) {
        String message =
            "\"" + step.id() + "\" can't be an id: $" + step.id() + " is reserved in expressions";
        problems.error("reserved-ids", place, message, "Use \"" + step.id() + "1\".");
      }
    }
  }
}
