package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.CodePiece;
import org.jspecify.annotations.Nullable;

/** Says what a name in an expression is read from, at a state. */
final class VariableResolver {
  /** What a dead node reads as; bare, it couldn't begin a path. */
  static final String NOTHING = "(null)";

  private final Drawing drawing;
  private final DefiniteAssignment definiteAssignment;
  private final AlphaRenaming alphaRenaming;

  VariableResolver(
      Drawing drawing, DefiniteAssignment definiteAssignment, AlphaRenaming alphaRenaming) {
    this.drawing = drawing;
    this.definiteAssignment = definiteAssignment;
    this.alphaRenaming = alphaRenaming;
  }

  /** The code of a read as a state enters; null where nothing assigned it. */
  String at(LexicalScope scope, AslState state, CodePiece.Read read) {
    return definiteAssignment.assigned(state, read.name())
        ? "$" + alphaRenaming.name(scope, read.name())
        : around(scope, read);
  }

  /** The code of a read in the state that a way leads to. */
  String after(LexicalScope scope, AslState state, StateTransition exit, CodePiece.Read read) {
    boolean here = exit.assignments().stream().anyMatch(set -> set.variable().equals(read.name()));
    return here ? "$" + alphaRenaming.name(scope, read.name()) : at(scope, state, read);
  }

  private String around(LexicalScope scope, CodePiece.Read read) {
    for (LexicalScope inner = scope;
        inner.outer() != null && !inner.isDistributed();
        inner = inner.outer()) {
      if (definiteAssignment.assignedAround(inner, read.name())) {
        return "$" + alphaRenaming.name(inner.outer(), read.name());
      }
    }
    return valueOf(scope.input(), read);
  }

  private String valueOf(String input, CodePiece.Read read) {
    return switch (read.name()) {
      case VariableNames.INPUT -> input;
      case "trigger" -> wrapped(input + ".payload", read);
      case "run" -> run(input);
      default -> valueOf(drawing.find(read.name()).orElse(null), input, read);
    };
  }

  private static String run(String input) {
    String id = "\"id\": " + input + ".run";
    String workflow = "\"workflow\": " + input + ".workflow";
    String version = "\"version\": " + input + ".version";
    return "{" + String.join(", ", id, workflow, version) + "}";
  }

  private String valueOf(@Nullable DrawingStep step, String input, CodePiece.Read read) {
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

  private static String fired(DrawingStep trigger, String input) {
    StringBuilder code = new StringBuilder();
    for (CodePiece piece : GuardExpressions.fired(trigger).pieces()) {
      code.append(piece instanceof CodePiece.Text text ? text.text() : input);
    }
    return code.toString();
  }

  /** A path followed by a filter would be filtered step by step. */
  private static String wrapped(String path, CodePiece.Read read) {
    return read.alone() ? path : "(" + path + ")";
  }
}
