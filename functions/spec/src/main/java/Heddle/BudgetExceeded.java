package Heddle;

/** The tokens or the time allowed are used up. */
public final class BudgetExceeded extends NodeError {
  /** Says what was allowed and what to do. */
  public BudgetExceeded(String message) {
    super(message);
  }
}
