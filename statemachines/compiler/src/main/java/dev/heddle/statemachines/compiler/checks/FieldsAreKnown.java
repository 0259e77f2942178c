package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.ConfigExpression;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.VariableReference;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SpellingHints;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Unknown fields: one that a node never gives reads as null; it is most likely a typing error. */
final class FieldsAreKnown implements DrawingCheck {
  private static final List<String> FAILURE = List.of("failed", "error", "cause", "node");

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      for (ConfigExpression usage : step.expressions()) {
        for (VariableReference reference : usage.parsed().references()) {
          drawing
              .findAround(reference.name())
              .ifPresent(named -> check(named, usage, reference, problems));
        }
      }
    }
  }

  private static void check(
      DrawingStep named,
      ConfigExpression usage,
      VariableReference reference,
      Diagnostics problems) {
    Shape shape = named.node().pinned() == null && named.works() ? named.type().output() : null;
    for (String field : reference.fields()) {
      if (!(shape instanceof Shape.Fields fields)) {
        return;
      }
      Optional<Shape.Field> known =
          fields.fields().stream().filter(one -> one.name().equals(field)).findFirst();
      if (known.isEmpty() && !FAILURE.contains(field)) {
        report(named, fields, field, usage, reference, problems);
      }
      shape = known.map(Shape.Field::shape).orElse(null);
    }
  }

  private static void report(
      DrawingStep named,
      Shape.Fields fields,
      String field,
      ConfigExpression usage,
      VariableReference reference,
      Diagnostics problems) {
    List<String> known = new ArrayList<>(fields.fields().stream().map(Shape.Field::name).toList());
    String message = "\"" + named.node().name() + "\" has no field \"" + field + "\" in its output";
    problems.warning(
        "fields-are-known",
        usage.place(),
        reference.at() + 1,
        message,
        SpellingHints.hint(field, known));
  }
}
