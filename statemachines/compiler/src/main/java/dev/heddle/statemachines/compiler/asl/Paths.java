package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Frame;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;

/** Tells iterations apart: {@code each1[3].loop2[0]}. */
final class Paths {

  private Paths() {}

  /** In which iterations of the containers around it a step runs. */
  static Value of(Step step) {
    if (step.around().isEmpty()) {
      return PureStates.text("");
    }
    CodeText code = new CodeText();
    String before = "";
    for (Frame frame : step.around()) {
      code.quoted(before + frame.id() + "[").text(" & ").code(count(frame)).text(" & ");
      before = "].";
    }
    return code.quoted("]").done();
  }

  private static Value.Code count(Frame frame) {
    return frame.loops()
        ? new CodeText().read(frame.loop()).text(".index").done()
        : Names.read(frame.index());
  }
}
