package dev.heddle.localstack.aws.stepfunctions;

/**
 * Definitions of tests, of one state or several: JSON with single quotes for its own, and backticks
 * for single quotes inside its strings.
 */
final class Asl {
  private Asl() {}

  static String json(String quoted) {
    return quoted.replace('\'', '"').replace('`', '\'');
  }

  /** A JSONata machine that starts at the state {@code A}. */
  static String machine(String states) {
    return json("{'QueryLanguage':'JSONata','StartAt':'A','States':{" + states + "}}");
  }

  /** A JSONata machine of one state. */
  static String only(String state) {
    return machine("'A':" + state);
  }

  /** A task that invokes a function with a payload. */
  static String invoke(String function, String payload, String rest) {
    return "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'"
        + function
        + "','Payload':"
        + payload
        + "},'Output':'{% $states.result.Payload %}',"
        + rest
        + "}";
  }
}
