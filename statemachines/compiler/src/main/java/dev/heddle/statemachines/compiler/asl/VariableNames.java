package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;

/** The variables of a machine: a node's output by its id, what the compiler adds by a capital. */
final class VariableNames {
  private static final String PORT = "Port_";

  /** What stands for the port of a node that has none. */
  static final String DONE = "main";

  /** What a run was started with; no variable, but read as one. */
  static final String INPUT = "Input";

  private VariableNames() {}

  static String output(DrawingStep step) {
    return step.id();
  }

  static boolean isOutput(String variable) {
    return Character.isLowerCase(variable.charAt(0));
  }

  static String port(DrawingStep step) {
    return PORT + step.id();
  }

  static boolean isPort(String variable) {
    return variable.startsWith(PORT);
  }

  /** The node whose port a variable holds. */
  static String node(String port) {
    return port.substring(PORT.length());
  }

  static DynamicValue.Code read(String variable) {
    return new JsonataBuilder().read(variable).build();
  }

  /** A field of what the run was started with. */
  static DynamicValue.Code input(String field) {
    return new JsonataBuilder().read(INPUT).text("." + field).build();
  }
}
