package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.unit.Job;
import java.util.List;

/** What the states of the agent's machine call. */
public final class AgentJobs {
  /** All of them. */
  public static final List<Job<?, ?>> ALL =
      List.of(new AgentTurn(), new AgentTool(), new AgentApproval());

  private AgentJobs() {}
}
