package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentToolCall;
import dev.heddle.events.AgentToolReply;
import dev.heddle.functions.core.http.HttpCall;
import dev.heddle.functions.spec.agent.AgentConversation;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.ConfigBinder;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Makes a call unless it was made: its result is kept, and asked for again nothing happens. */
final class ToolRunner implements Function<AgentToolCall, AgentToolReply> {
  private final Ports ports;
  private final WorkflowTools workflows;

  ToolRunner(Ports ports) {
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
            .orElseThrow(
                () -> new BadConfig("The model didn't request the call " + asked.call() + "."));
    // Step Functions may repeat a task whose answer was lost: a call that was made is not made
    // again.
    if (call.result() != null) {
      return AgentToolReply.done();
    }
    return asked.ended()
        ? keepResult(agents, asked, call.giving(workflows.result(agent, asked, call)))
        : makeCall(agents, asked, call);
  }

  private AgentToolReply makeCall(Conversations agents, AgentToolCall asked, ToolExecution call) {
    return switch (tool(agents, asked.agent(), call.tool())) {
      case Tool.Http http -> keepResult(agents, asked, call.giving(http(http, asked, call)));
      case Tool.Workflow workflow ->
          switch (workflows.call(workflow, asked, call)) {
            case WorkflowTools.CallOutcome.Completed(JsonNode result) ->
                keepResult(agents, asked, call.giving(result));
            case WorkflowTools.CallOutcome.PendingRun run -> {
              // Before the run is started by the machine: its result is asked of this name
              // afterwards.
              agents.keep(asked.agent(), asked.turn(), call.by(run.machine()));
              yield AgentToolReply.run(run.machine(), run.input());
            }
          };
    };
  }

  private static Tool tool(Conversations agents, AgentRef agent, String name) {
    AgentConversation conversation =
        agents.find(agent).orElseThrow(() -> new BadConfig("This agent hasn't started."));
    return new ToolRegistry(ConfigBinder.bind(AgentConfig.class, conversation.config()).tools())
        .find(name)
        .orElseThrow(() -> new BadConfig("There is no tool named “" + name + "”."));
  }

  private JsonNode http(Tool.Http tool, AgentToolCall asked, ToolExecution call) {
    var answer =
        new HttpCall(ports.internet(), ports.tenantSecrets())
            .answer(
                HttpToolRequest.request(tool, asked, call.arguments()),
                new Tenant(asked.agent().tenant()));
    answer.remove("headers");
    return answer;
  }

  private static AgentToolReply keepResult(
      Conversations agents, AgentToolCall asked, ToolExecution call) {
    agents.keep(asked.agent(), asked.turn(), call);
    return AgentToolReply.done();
  }
}
