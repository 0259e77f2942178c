package dev.heddle.functions.ai.chat;

import Heddle.ModelFailed;
import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.JsonSchema.Reading;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.Answer;
import dev.heddle.functions.spec.model.Model;
import dev.heddle.functions.spec.model.Question;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Wire;
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
    Model model = config.settings().open(ports, new Tenant(call.tenant()));
    Question question = Conversation.opening(config);
    return switch (config.answer()) {
      case ChatConfig.Answer.Text _ -> text(model.ask(question));
      case ChatConfig.Answer.Json json ->
          json(model, question, JsonSchema.of("answer.schema", json.schema()));
    };
  }

  private static NodeReply text(Answer turn) {
    JsonNode output = Wire.JSON.createObjectNode().put("text", turn.text());
    return new NodeReply(output, NodeReply.MAIN, usage(turn));
  }

  private static NodeReply json(Model model, Question question, JsonSchema schema) {
    Question fitting = question.fitting(schema.json());
    Answer first = model.ask(fitting);
    Reading reading = read(schema, first);
    if (reading.value().isPresent()) {
      return new NodeReply(reading.value().get(), NodeReply.MAIN, usage(first));
    }
    Answer second =
        model
            .ask(Conversation.repair(fitting, first.text(), reading.wrong(), schema.json()))
            .after(first);
    Reading repaired = read(schema, second);
    JsonNode value =
        repaired
            .value()
            .orElseThrow(
                () ->
                    new ModelFailed(
                        "The model's answer was wrong twice. The second time: "
                            + repaired.wrong()));
    return new NodeReply(value, NodeReply.MAIN, usage(second));
  }

  private static Reading read(JsonSchema schema, Answer turn) {
    if (turn.cut()) {
      throw new ModelFailed(
          "The answer broke off after "
              + turn.usage().completionTokens()
              + " tokens. Allow a longer answer or ask for less.");
    }
    return schema.read(turn.text());
  }

  private static ObjectNode usage(Answer turn) {
    return Wire.JSON
        .createObjectNode()
        .put("model", turn.model())
        .put("promptTokens", turn.usage().promptTokens())
        .put("completionTokens", turn.usage().completionTokens());
  }
}
