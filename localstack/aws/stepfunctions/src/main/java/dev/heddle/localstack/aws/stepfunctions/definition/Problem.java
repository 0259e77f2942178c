package dev.heddle.localstack.aws.stepfunctions.definition;

/**
 * Why a definition is refused.
 *
 * @param location where, such as {@code /States/Work/Next}; empty when it is the whole text
 */
public record Problem(String code, String message, String location) {

  /** The code of almost every problem. */
  public static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

  /** The code of a transition to a state that isn't there, or a state nothing leads to. */
  public static final String TARGET = "MISSING_TRANSITION_TARGET";

  /** The text CreateStateMachine answers with. */
  public String text() {
    return code + ": " + message + (location.isEmpty() ? "" : " at " + location);
  }
}
