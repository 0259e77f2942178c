package dev.heddle.functions.ai.chat;

import Heddle.ModelFailed;
import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.JsonSchema.ParseResult;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelRequest;
import dev.heddle.functions.spec.model.ModelResponse;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.NodeCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the question, and once more if JSON was asked for and something else came. */
final class ChatCall implements NodeCode<ChatConfig> {
  private final Ports ports;

  ChatCall(Ports ports) {
    this.ports = ports;
  }

  @Override
  public NodeReply run(ChatConfig config, NodeCall call) {
    ChatModel model = config.settings().open(ports, new Tenant(call.tenant()));
    ModelRequest question = ChatPrompt.opening(config);
    return switch (config.answer()) {
      case ChatConfig.Answer.Text _ -> text(model.ask(question));
      case ChatConfig.Answer.Json json ->
          json(model, question, JsonSchema.of("answer.schema", json.schema()));
    };
  }

  private static NodeReply text(ModelResponse turn) {
    JsonNode output = WireJson.MAPPER.createObjectNode().put("text", turn.text());
    return new NodeReply(output, NodeReply.MAIN, usage(turn));
  }

  private static NodeReply json(ChatModel model, ModelRequest question, JsonSchema schema) {
    ModelRequest fitting = question.withSchema(schema.json());
    ModelResponse first = model.ask(fitting);
    ParseResult parseResult = read(schema, first);
    if (parseResult.value().isPresent()) {
      return new NodeReply(parseResult.value().get(), NodeReply.MAIN, usage(first));
    }
    ModelResponse second =
        model
            .ask(ChatPrompt.repair(fitting, first.text(), parseResult.problem(), schema.json()))
            .after(first);
    ParseResult repaired = read(schema, second);
    JsonNode value =
        repaired
            .value()
            .orElseThrow(
                () ->
                    new ModelFailed(
                        "The model's answer was invalid twice. The second time: "
                            + repaired.problem()));
    return new NodeReply(value, NodeReply.MAIN, usage(second));
  }

  private static ParseResult read(JsonSchema schema, ModelResponse turn) {
    if (turn.truncated()) {
      throw new ModelFailed(
          "The answer was cut off after "
              + turn.usage().completionTokens()
              + " tokens. Raise the maximum tokens, or ask for a shorter answer.");
    }
    return schema.read(turn.text());
  }

  private static ObjectNode usage(ModelResponse turn) {
    return WireJson.MAPPER
        .createObjectNode()
        .put("model", turn.model())
        .put("promptTokens", turn.usage().promptTokens())
        .put("completionTokens", turn.usage().completionTokens());
  }
}
