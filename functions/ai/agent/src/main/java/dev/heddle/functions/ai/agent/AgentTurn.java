package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentTurnCall;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.ModelProvider;
import java.time.Duration;
import java.util.function.Function;

/** Asks an agent's model, one of a provider's, for one turn, once. */
public final class AgentTurn implements Job<AgentTurnCall, AgentTurnReply> {
  static final String MACHINE = "agent";
  static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final ModelProvider provider;

  /** The turns of agents that ask a provider's models. */
  public AgentTurn(ModelProvider provider) {
    this.provider = provider;
  }

  @Override
  public JobSpec<AgentTurnCall, AgentTurnReply> spec() {
    return JobSpec.of(new Source.FromMachine(MACHINE), AgentTurnCall.class, AgentTurnReply.class)
        .timeout(TIMEOUT)
        .access(
            new Access.Writes(Conversations.ENTITY),
            new Access.AsksModel(provider),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Function<AgentTurnCall, AgentTurnReply> open(Ports ports) {
    return new TurnLease(ports);
  }
}
