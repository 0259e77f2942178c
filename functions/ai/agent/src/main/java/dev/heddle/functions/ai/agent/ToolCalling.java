package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentToolCall;
import dev.heddle.events.AgentToolReply;
import dev.heddle.functions.core.http.HttpCall;
import dev.heddle.functions.spec.agent.Conversation;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Config;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Makes a call unless it was made: its result is kept, and asked for again nothing happens. */
final class ToolCalling implements Function<AgentToolCall, AgentToolReply> {
  private final Ports ports;
  private final WorkflowTools workflows;

  ToolCalling(Ports ports) {
    this.ports = ports;
    workflows = new WorkflowTools(ports.of(Workflows.ENTITY), ports.machines());
  }

  @Override
  public AgentToolReply apply(AgentToolCall asked) {
    AgentRef agent = asked.agent();
    Conversations agents = ports.of(Conversations.ENTITY).apply(new Tenant(agent.tenant()));
    ToolExecution call =
        agents
            .call(agent, asked.turn(), asked.call())
            .orElseThrow(() -> new BadConfig("No turn wanted the call " + asked.call() + "."));
    if (call.result() != null) {
      return AgentToolReply.done();
    }
    return asked.ended()
        ? kept(agents, asked, call.giving(workflows.result(agent, asked, call)))
        : made(agents, asked, call);
  }

  private AgentToolReply made(Conversations agents, AgentToolCall asked, ToolExecution call) {
    return switch (tool(agents, asked.agent(), call.tool())) {
      case Tool.Http http -> kept(agents, asked, call.giving(http(http, asked, call)));
      case Tool.Workflow workflow ->
          switch (workflows.call(workflow, asked, call)) {
            case WorkflowTools.Made.Answered(JsonNode result) ->
                kept(agents, asked, call.giving(result));
            case WorkflowTools.Made.ToBeRun run -> {
              agents.keep(asked.agent(), asked.turn(), call.by(run.machine()));
              yield AgentToolReply.run(run.machine(), run.input());
            }
          };
    };
  }

  private static Tool tool(Conversations agents, AgentRef agent, String name) {
    Conversation stands =
        agents.find(agent).orElseThrow(() -> new BadConfig("This agent has not begun."));
    return new Toolbox(Config.bound(AgentConfig.class, stands.config()).tools())
        .find(name)
        .orElseThrow(() -> new BadConfig("There is no tool called “" + name + "”."));
  }

  private JsonNode http(Tool.Http tool, AgentToolCall asked, ToolExecution call) {
    var answer =
        new HttpCall(ports.internet(), ports.vault())
            .answer(
                HttpTool.request(tool, asked, call.arguments()),
                new Tenant(asked.agent().tenant()));
    answer.remove("headers");
    return answer;
  }

  private static AgentToolReply kept(
      Conversations agents, AgentToolCall asked, ToolExecution call) {
    agents.keep(asked.agent(), asked.turn(), call);
    return AgentToolReply.done();
  }
}
