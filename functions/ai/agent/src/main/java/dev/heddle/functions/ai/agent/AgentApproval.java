package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentApprovalCall;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Duration;
import java.util.function.Function;

/** Asks people whether an agent may make a call, and waits for them at no cost. */
public final class AgentApproval implements Job<AgentApprovalCall, Nothing> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Override
  public JobSpec<AgentApprovalCall, Nothing> spec() {
    return JobSpec.of(
            new Source.FromMachine(AgentTurn.MACHINE), AgentApprovalCall.class, Nothing.class)
        .timeout(TIMEOUT)
        .access(
            new Access.Reads(Conversations.ENTITY),
            new Access.Reads(Workflows.ENTITY),
            new Access.Writes(Approvals.ENTITY),
            new Access.Writes(Approvals.TOKENS));
  }

  @Override
  public Function<AgentApprovalCall, Nothing> open(Ports ports) {
    return new ApprovalRequest(ports);
  }
}
