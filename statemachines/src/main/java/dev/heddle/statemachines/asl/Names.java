package dev.heddle.statemachines.asl;

import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.expression.CodeText;
import dev.heddle.statemachines.expression.Value;

/** The variables of a machine: a node's output by its id, the port it left by behind a prefix. */
final class Names {
  private static final String PORT = "Port_";

  /** What stands for the port of a node that has none. */
  static final String DONE = "main";

  private Names() {}

  static String output(Step step) {
    return step.id();
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

  static Value read(String variable) {
    return new CodeText().read(variable).done();
  }
}
