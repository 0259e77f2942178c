package Heddle;

/**
 * A node's failure. Lambda names an error by the class that was thrown, and that name is what a
 * builder reads and catches by, hence this package and its short names. There is no stack trace:
 * Lambda would put it into the run's record.
 */
public abstract sealed class NodeError extends RuntimeException
    permits BadConfig,
        BudgetExceeded,
        HttpFailed,
        HttpStatus,
        ModelFailed,
        OutputTooLarge,
        Refused,
        SecretMissing,
        TimedOut,
        TurnUnderWay {
  NodeError(String message) {
    super(message, null, false, false);
  }
}
