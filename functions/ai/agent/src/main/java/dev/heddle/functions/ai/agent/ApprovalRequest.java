package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import dev.heddle.events.AgentApprovalCall;
import dev.heddle.events.AgentRef;
import dev.heddle.events.NodeCall;
import dev.heddle.functions.spec.agent.AgentConversation;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.ConfigBinder;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Question;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.wait.WaitLocation;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import tools.jackson.databind.node.NullNode;

/**
 * Keeps the question with the token that lets the call go on: what is to be done, and with what.
 */
record ApprovalRequest(Ports ports) implements Function<AgentApprovalCall, Nothing> {

  @Override
  public Nothing apply(AgentApprovalCall asked) {
    AgentRef agent = asked.agent();
    Tenant tenant = new Tenant(agent.tenant());
    Conversations agents = ports.of(Conversations.ENTITY).apply(tenant);
    ToolExecution call =
        agents
            .call(agent, asked.turn(), asked.call())
            .orElseThrow(
                () -> new BadConfig("The model didn't request the call " + asked.call() + "."));
    AgentConversation conversation =
        agents.find(agent).orElseThrow(() -> new BadConfig("This agent hasn't started."));
    AgentConfig config = ConfigBinder.bind(AgentConfig.class, conversation.config());
    Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Approval approval =
        Approval.asked(
            WaitLocation.of(place(asked), ports.of(Workflows.ENTITY).apply(tenant)),
            question(config, call),
            now,
            now.plusSeconds(asked.seconds()));
    ports.of(Approvals.ENTITY).apply(tenant).ask(approval, asked.token());
    return new Nothing();
  }

  private static Question question(AgentConfig config, ToolExecution call) {
    return new Question(
        "Allow the agent to call " + call.tool() + "?",
        new ToolRegistry(config.tools()).find(call.tool()).map(Tool::description).orElse(""),
        call.arguments(),
        config.approvers());
  }

  /** Several calls of one agent may wait at once, so the call is part of the place. */
  private static NodeCall place(AgentApprovalCall asked) {
    AgentRef agent = asked.agent();
    String call = "turn[" + asked.turn() + "]." + asked.call();
    String path = agent.path().isEmpty() ? call : agent.path() + "." + call;
    return new NodeCall(
        agent.tenant(),
        agent.workflow(),
        agent.run(),
        agent.node(),
        path,
        NullNode.getInstance(),
        asked.token());
  }
}
