package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.drawing.Usage;
import dev.heddle.statemachines.language.expression.Reference;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.report.Spelling;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field that a node never gives reads as null; it is most likely a typing error. */
final class FieldsAreKnown implements Check {
  private static final List<String> FAILURE = List.of("failed", "error", "cause", "node");

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      for (Usage usage : step.usages()) {
        for (Reference reference : usage.parsed().references()) {
          drawing
              .findAround(reference.name())
              .ifPresent(named -> check(named, usage, reference, problems));
        }
      }
    }
  }

  private static void check(Step named, Usage usage, Reference reference, Problems problems) {
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
      Step named,
      Shape.Fields fields,
      String field,
      Usage usage,
      Reference reference,
      Problems problems) {
    List<String> known = new ArrayList<>(fields.fields().stream().map(Shape.Field::name).toList());
    String message = "\"" + named.node().name() + "\" never gives a field \"" + field + "\"";
    problems.warning(
        "fields-are-known",
        usage.place(),
        reference.at() + 1,
        message,
        Spelling.hint(field, known));
  }
}
