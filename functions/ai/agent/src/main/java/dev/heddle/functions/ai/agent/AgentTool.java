package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentToolCall;
import dev.heddle.events.AgentToolReply;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Duration;
import java.util.function.Function;

/** Makes one call of an agent's tool and keeps its result. */
public final class AgentTool implements Job<AgentToolCall, AgentToolReply> {
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  @Override
  public JobSpec<AgentToolCall, AgentToolReply> spec() {
    return JobSpec.of(
            new Source.FromMachine(AgentTurn.MACHINE), AgentToolCall.class, AgentToolReply.class)
        .timeout(TIMEOUT)
        .access(
            new Access.Writes(Conversations.ENTITY),
            new Access.Reads(Workflows.ENTITY),
            new Access.StartsRuns(),
            new Access.CallsInternet(),
            new Access.Uses(Access.Secrets.TENANT_READ));
  }

  @Override
  public Function<AgentToolCall, AgentToolReply> open(Ports ports) {
    return new ToolRunner(ports);
  }
}
