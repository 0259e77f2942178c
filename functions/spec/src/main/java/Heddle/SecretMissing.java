package Heddle;

/** The secret the node names is not stored. */
public final class SecretMissing extends NodeError {
  /** Says what happened and what to do. */
  public SecretMissing(String message) {
    super(message);
  }
}
