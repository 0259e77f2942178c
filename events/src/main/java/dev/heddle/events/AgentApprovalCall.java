package dev.heddle.events;

/**
 * Asks a person whether a call of a tool may be made.
 *
 * @param seconds how long the answer is waited for
 * @param token whoever decides gives it back; never logged or recorded
 */
public record AgentApprovalCall(AgentRef agent, int turn, String call, long seconds, String token) {

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "AgentApprovalCall[" + agent + ", " + turn + ", " + call + "]";
  }
}
