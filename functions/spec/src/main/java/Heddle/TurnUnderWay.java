package Heddle;

/** Someone else is taking this turn of an agent; its reply will be there in a moment. */
public final class TurnUnderWay extends NodeError {
  /** Says which turn. */
  public TurnUnderWay(String message) {
    super(message);
  }
}
