package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.ContainerFrame;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;

/** Tells iterations apart: {@code each1[3].loop2[0]}. */
final class IterationPath {

  private IterationPath() {}

  /** In which iterations of the containers around it a step runs. */
  static DynamicValue of(DrawingStep step) {
    if (step.around().isEmpty()) {
      return PureStates.text("");
    }
    JsonataBuilder code = new JsonataBuilder();
    String before = "";
    for (ContainerFrame frame : step.around()) {
      code.quoted(before + frame.id() + "[").text(" & ").code(count(frame)).text(" & ");
      before = "].";
    }
    return code.quoted("]").build();
  }

  private static DynamicValue.Code count(ContainerFrame frame) {
    return frame.loops()
        ? new JsonataBuilder().read(frame.loop()).text(".index").build()
        : VariableNames.read(frame.index());
  }
}
