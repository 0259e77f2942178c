package dev.heddle.localstack.aws.stepfunctions.definition;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Why a definition is refused.
 *
 * @param location where, such as {@code /States/Work/Next}; empty when it is the whole text
 */
public record DefinitionProblem(String code, String message, String location) {

  /** The code of almost every problem. */
  public static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

  private static final int SHOWN = 500;

  /** The code of a text that is not JSON. */
  public static final String JSON = "INVALID_JSON_DESCRIPTION";

  /** The code of a transition to a state that isn't there, or a state nothing leads to. */
  public static final String TARGET = "MISSING_TRANSITION_TARGET";

  /** What is said of a text that is not JSON; the place, if there is one, is in the message. */
  static DefinitionProblem notJson(String text, JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    if (place == null) {
      return new DefinitionProblem(JSON, e.getOriginalMessage(), "");
    }
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    String cut = text.length() > SHOWN ? "[truncated " + (text.length() - SHOWN) + " chars]" : "";
    String at =
        "[Source: (String)\"%s\"%s; line: %d, column: %d]"
            .formatted(shown, cut, place.getLineNr(), column(text, place));
    return new DefinitionProblem(JSON, e.getOriginalMessage() + "\n at " + at, at);
  }

  /** The column where reading stopped, which is behind the word that was not understood. */
  private static int column(String text, TokenStreamLocation at) {
    int end = (int) Math.max(0, at.getCharOffset());
    int word = end;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return at.getColumnNr() + end - word;
  }

  /** The text CreateStateMachine answers with. */
  public String text() {
    boolean placed = location.isEmpty() || code.equals(JSON);
    return code + ": " + message + (placed ? "" : " at " + location);
  }
}
