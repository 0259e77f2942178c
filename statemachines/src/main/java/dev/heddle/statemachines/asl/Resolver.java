package dev.heddle.statemachines.asl;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.expression.Piece;
import org.jspecify.annotations.Nullable;

/** Says what a name in an expression is read from, at a state. */
final class Resolver {
  private static final String INPUT = "$states.context.Execution.Input";
  private static final String RUN =
      "{\"id\": "
          + INPUT
          + ".run, \"workflow\": "
          + INPUT
          + ".workflow, \"version\": "
          + INPUT
          + ".version}";

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
    for (Scope inner = scope; inner.outer() != null; inner = inner.outer()) {
      if (definite.assignedAround(inner, read.name())) {
        return "$" + instances.name(inner.outer(), read.name());
      }
    }
    return given(read);
  }

  private String given(Piece.Read read) {
    return switch (read.name()) {
      case "trigger" -> wrapped(INPUT + ".payload", read);
      case "run" -> RUN;
      default -> trigger(drawing.find(read.name()).orElse(null), read);
    };
  }

  private String trigger(@Nullable Step step, Piece.Read read) {
    if (step == null || !step.isTrigger() || !step.works()) {
      return NOTHING;
    }
    return drawing.triggers().size() == 1
        ? wrapped(INPUT + ".payload", read)
        : "(" + Guards.FIRED + " = '" + step.id() + "' ? " + INPUT + ".payload : null)";
  }

  /** A path followed by a filter would be filtered step by step. */
  private static String wrapped(String path, Piece.Read read) {
    return read.alone() ? path : "(" + path + ")";
  }
}
