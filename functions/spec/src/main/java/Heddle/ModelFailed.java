package Heddle;

/** The model did not answer as asked. */
public final class ModelFailed extends NodeError {
  /** Says what happened and what to do. */
  public ModelFailed(String message) {
    super(message);
  }
}
