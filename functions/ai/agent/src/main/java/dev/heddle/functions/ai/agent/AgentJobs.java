package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.ModelProvider;
import java.util.List;

/** What the states of the agent's machine call. */
public final class AgentJobs {
  /** Those that ask no model. */
  public static final List<Job<?, ?>> ALL = List.of(new AgentTool(), new AgentApproval());

  private AgentJobs() {}

  /** Those that ask a model, one of a provider's. */
  public static List<Job<?, ?>> forProvider(ModelProvider provider) {
    return List.of(new AgentTurn(provider));
  }
}
