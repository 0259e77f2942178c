package dev.heddle.events;

import org.jspecify.annotations.Nullable;

/**
 * What a call of a tool came to.
 *
 * @param next {@link #DONE}, or {@link #RUN} when a workflow is to be run for it
 * @param machine the ARN of the workflow's state machine version
 * @param run the name its execution is to have
 * @param input what it is to be started with
 */
public record AgentToolReply(
    String next, @Nullable String machine, @Nullable String run, @Nullable RunInput input) {

  /** The result is kept. */
  public static final String DONE = "done";

  /** A workflow is to be run. */
  public static final String RUN = "run";

  /** The result is kept. */
  public static AgentToolReply done() {
    return new AgentToolReply(DONE, null, null, null);
  }

  /** This workflow is to be run. */
  public static AgentToolReply run(String machine, RunInput input) {
    return new AgentToolReply(RUN, machine, input.run(), input);
  }
}
