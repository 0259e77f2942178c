package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;

/** The variables of a machine: a node's output by its id, what the compiler adds by a capital. */
final class Names {
  private static final String PORT = "Port_";

  /** What stands for the port of a node that has none. */
  static final String DONE = "main";

  /** What a run was started with; no variable, but read as one. */
  static final String INPUT = "Input";

  private Names() {}

  static String output(Step step) {
    return step.id();
  }

  static boolean isOutput(String variable) {
    return Character.isLowerCase(variable.charAt(0));
  }

  static String port(Step step) {
    return PORT + step.id();
  }

  static boolean isPort(String variable) {
    return variable.startsWith(PORT);
  }

  /** The node whose port a variable holds. */
  static String node(String port) {
    return port.substring(PORT.length());
  }

  static Value.Code read(String variable) {
    return new CodeText().read(variable).done();
  }

  /** A field of what the run was started with. */
  static Value.Code input(String field) {
    return new CodeText().read(INPUT).text("." + field).done();
  }
}
