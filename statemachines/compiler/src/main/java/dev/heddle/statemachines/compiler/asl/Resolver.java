package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.Piece;
import org.jspecify.annotations.Nullable;

/** Says what a name in an expression is read from, at a state. */
final class Resolver {
  /** What a dead node reads as; bare, it couldn't begin a path. */
  static final String NOTHING = "(null)";

  private final Drawing drawing;
  private final Definite definite;
  private final Instances instances;

  Resolver(Drawing drawing, Definite definite, Instances instances) {
    this.drawing = drawing;
    this.definite = definite;
    this.instances = instances;
  }

  /** The code of a read as a state enters; null where nothing assigned it. */
  String at(Scope scope, State state, Piece.Read read) {
    return definite.assigned(state, read.name())
        ? "$" + instances.name(scope, read.name())
        : around(scope, read);
  }

  /** The code of a read in the state that a way leads to. */
  String after(Scope scope, State state, Exit exit, Piece.Read read) {
    boolean here = exit.assignments().stream().anyMatch(set -> set.variable().equals(read.name()));
    return here ? "$" + instances.name(scope, read.name()) : at(scope, state, read);
  }

  private String around(Scope scope, Piece.Read read) {
    for (Scope inner = scope; inner.outer() != null && !inner.isApart(); inner = inner.outer()) {
      if (definite.assignedAround(inner, read.name())) {
        return "$" + instances.name(inner.outer(), read.name());
      }
    }
    return given(scope.input(), read);
  }

  private String given(String input, Piece.Read read) {
    return switch (read.name()) {
      case Names.INPUT -> input;
      case "trigger" -> wrapped(input + ".payload", read);
      case "run" -> run(input);
      default -> given(drawing.find(read.name()).orElse(null), input, read);
    };
  }

  private static String run(String input) {
    String id = "\"id\": " + input + ".run";
    String workflow = "\"workflow\": " + input + ".workflow";
    String version = "\"version\": " + input + ".version";
    return "{" + String.join(", ", id, workflow, version) + "}";
  }

  private String given(@Nullable Step step, String input, Piece.Read read) {
    if (step != null && step.isRecorded()) {
      return wrapped(input + ".record." + step.id(), read);
    }
    if (step == null || !step.isTrigger() || !step.works()) {
      return NOTHING;
    }
    return drawing.triggers().size() == 1
        ? wrapped(input + ".payload", read)
        : "(" + fired(step, input) + " ? " + input + ".payload : null)";
  }

  private static String fired(Step trigger, String input) {
    StringBuilder code = new StringBuilder();
    for (Piece piece : Guards.fired(trigger).pieces()) {
      code.append(piece instanceof Piece.Text text ? text.text() : input);
    }
    return code.toString();
  }

  /** A path followed by a filter would be filtered step by step. */
  private static String wrapped(String path, Piece.Read read) {
    return read.alone() ? path : "(" + path + ")";
  }
}
