package dev.heddle.localstack.aws.stepfunctions.query;

/** Thrown while a definition is read: an expression or path that the service would not take. */
public final class InvalidExpression extends Exception {
  private final String location;

  /** The field inside the state, as a slash path, and why. */
  public InvalidExpression(String location, String message) {
    super(message, null, false, false);
    this.location = location;
  }

  /** The field inside the state, as a slash path. */
  public String location() {
    return location;
  }
}
