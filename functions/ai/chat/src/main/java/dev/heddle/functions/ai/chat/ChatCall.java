package dev.heddle.functions.ai.chat;

import Heddle.ModelFailed;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.ai.chat.ChatConfig.Answer;
import dev.heddle.functions.ai.model.Completion;
import dev.heddle.functions.ai.model.Endpoint;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.JsonSchema.Reading;
import dev.heddle.functions.ai.model.ModelClient;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.functions.spec.unit.NodeCode;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the question, and once more if JSON was asked for and something else came. */
final class ChatCall implements NodeCode<ChatConfig> {
  private static final Duration FIRST = Duration.ofSeconds(200);
  private static final Duration REPAIR = Duration.ofSeconds(90);

  private final Ports ports;

  ChatCall(Ports ports) {
    this.ports = ports;
  }

  @Override
  public NodeReply run(ChatConfig config, NodeCall call) {
    var vault = ports.vault().apply(new Tenant(call.tenant()));
    Endpoint endpoint =
        Endpoint.of(config.settings(), ports.settings(), vault, ports::platformSecrets);
    ModelClient client = new ModelClient(ports.models(), endpoint);
    return switch (config.answer()) {
      case Answer.Text _ -> text(client.ask(Conversation.opening(config, endpoint), FIRST));
      case Answer.Json json -> {
        JsonSchema schema = JsonSchema.of("answer.schema", json.schema());
        yield json(client, Conversation.opening(config, endpoint, schema), schema);
      }
    };
  }

  private static NodeReply text(Completion turn) {
    JsonNode output = Wire.JSON.createObjectNode().put("text", turn.text());
    return new NodeReply(output, NodeReply.MAIN, usage(turn));
  }

  private static NodeReply json(
      ModelClient client, ChatCompletionCreateParams question, JsonSchema schema) {
    Completion first = client.ask(question, FIRST);
    Reading reading = read(schema, first);
    if (reading.value().isPresent()) {
      return new NodeReply(reading.value().get(), NodeReply.MAIN, usage(first));
    }
    Completion second =
        client
            .ask(
                Conversation.repair(question, first.text(), reading.wrong(), schema.json()), REPAIR)
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

  private static Reading read(JsonSchema schema, Completion turn) {
    if (turn.cut()) {
      throw new ModelFailed(
          "The answer broke off after "
              + turn.completionTokens()
              + " tokens. Allow a longer answer or ask for less.");
    }
    return schema.read(turn.text());
  }

  private static ObjectNode usage(Completion turn) {
    return Wire.JSON
        .createObjectNode()
        .put("model", turn.model())
        .put("promptTokens", turn.promptTokens())
        .put("completionTokens", turn.completionTokens());
  }
}
