package dev.heddle.functions.ai.agent;

import Heddle.BudgetExceeded;
import Heddle.ModelFailed;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.ai.agent.AgentConfig.AtLimit;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.JsonSchema.ParseResult;
import dev.heddle.functions.spec.agent.ConversationTurn;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.ChatMessage;
import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.FinishReason;
import dev.heddle.functions.spec.model.ModelRequest;
import dev.heddle.functions.spec.model.ModelRequest.ToolChoice;
import dev.heddle.functions.spec.model.ModelResponse;
import dev.heddle.functions.spec.model.TokenUsage;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One turn: the model is asked, and what it says is either calls to be made or the answer. */
final class ModelTurn {
  private static final Duration FIRST = Duration.ofSeconds(200);
  private static final Duration REPAIR = Duration.ofSeconds(90);
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_DATA = 100_000;

  private final Ports ports;
  private final Tenant tenant;
  private final Transcript transcript;
  private final AgentBudget budget;
  private final AgentConfig config;
  private final ToolRegistry tools;
  private final Optional<JsonSchema> schema;

  ModelTurn(Ports ports, Tenant tenant, Transcript transcript, AgentBudget budget) {
    this.ports = ports;
    this.tenant = tenant;
    this.transcript = transcript;
    this.budget = budget;
    config = transcript.config();
    tools = new ToolRegistry(config.tools());
    schema =
        switch (config.answer()) {
          case AgentConfig.Answer.Text _ -> Optional.empty();
          case AgentConfig.Answer.Json json ->
              Optional.of(JsonSchema.of("answer.schema", json.schema()));
        };
  }

  TurnResult turn() {
    Optional<String> refusal = budget.refusal(transcript.tokens());
    return refusal.isPresent() ? limitReached(refusal.get()) : askModel();
  }

  /** Nothing can be asked any more: the last words are the answer, if that is wanted. */
  private TurnResult limitReached(String why) {
    String words = transcript.lastWords();
    Optional<JsonNode> value = value(words).value();
    if (config.atLimit() == AtLimit.FAIL || words.isEmpty() || value.isEmpty()) {
      throw new BudgetExceeded(why + " Raise the limit, or give the agent a smaller task.");
    }
    ChatMessage.Assistant last = ChatMessage.Assistant.of(words);
    ModelResponse nothing =
        new ModelResponse(config.model(), last, FinishReason.STOP, TokenUsage.NONE);
    return answered(nothing, value.get(), "limit");
  }

  private TurnResult askModel() {
    ChatModel model = config.settings().open(ports, tenant);
    ModelRequest question = question();
    ModelResponse answer = model.ask(question);
    return answer.calls().isEmpty() || budget.mustAnswer()
        ? finalAnswer(model, question, answer)
        : withToolCalls(answer);
  }

  private ModelRequest question() {
    return budget
        .settings(transcript.tokens())
        .question(FIRST)
        .withMessages(transcript.messages())
        .withTools(tools.definitions(), budget.mustAnswer() ? ToolChoice.NONE : ToolChoice.AUTO)
        .withSchema(schema.map(JsonSchema::json).orElse(null));
  }

  private TurnResult withToolCalls(ModelResponse answer) {
    ToolCalls toolCalls = ToolCalls.of(number(), answer.calls(), tools);
    var reply = new AgentTurnReply(AgentTurnReply.TOOLS, toolCalls.allowed(), tokens(answer), null);
    return new TurnResult(
        turn(answer, toolCalls.requested(), reply), toolCalls.calls(), answer.usage());
  }

  private ConversationTurn turn(
      ModelResponse answer, List<ToolCall> requested, AgentTurnReply reply) {
    String text = TextTruncation.truncate(answer.text(), LONGEST_TEXT);
    return new ConversationTurn(
        number(), transcript.toolResults(), text, requested, providerData(answer), reply);
  }

  /** It can't be cut as text is: half a signature is none. */
  private static @Nullable JsonNode providerData(ModelResponse answer) {
    JsonNode data = answer.message().providerData();
    if (data != null && data.toString().length() > LONGEST_DATA) {
      throw new ModelFailed(
          "The provider sent more than "
              + LONGEST_DATA
              + " characters of data to keep with the model's answer.");
    }
    return data;
  }

  private TurnResult finalAnswer(ChatModel model, ModelRequest question, ModelResponse answer) {
    ParseResult parseResult = read(answer);
    if (parseResult.value().isPresent()) {
      return answered(answer, parseResult.value().get(), reason());
    }
    ModelResponse repaired = model.ask(repair(question, answer, parseResult)).after(answer);
    ParseResult again = read(repaired);
    JsonNode value =
        again
            .value()
            .orElseThrow(
                () ->
                    new ModelFailed(
                        "The agent's answer was invalid twice. The second time: "
                            + again.problem()));
    return answered(repaired, value, reason());
  }

  private static ModelRequest repair(
      ModelRequest question, ModelResponse given, ParseResult parseResult) {
    return question
        .withTimeout(REPAIR)
        .withMessages(
            ChatMessage.Assistant.of(given.text()),
            ChatMessage.User.of(
                "That answer can't be used: "
                    + parseResult.problem()
                    + " Answer again with only JSON that matches the schema."));
  }

  private ParseResult read(ModelResponse answer) {
    if (answer.truncated() && config.atLimit() == AtLimit.FAIL) {
      throw new ModelFailed(
          "The answer was cut off after "
              + answer.usage().completionTokens()
              + " tokens. Raise the maximum tokens, or ask for a shorter answer.");
    }
    return value(answer.text());
  }

  private ParseResult value(String text) {
    return schema
        .map(fit -> fit.read(text))
        .orElseGet(
            () ->
                new ParseResult(
                    Optional.of(StringNode.valueOf(TextTruncation.truncate(text, LONGEST_TEXT))),
                    ""));
  }

  private String reason() {
    return budget.mustAnswer() ? "limit" : "answered";
  }

  private TurnResult answered(ModelResponse last, JsonNode value, String reason) {
    var output = WireJson.MAPPER.createObjectNode();
    output.set("answer", value);
    output.put("reason", reason).put("turns", number() + 1);
    output
        .putObject("usage")
        .put("model", last.model())
        .put("promptTokens", budget.conversation().promptTokens() + last.usage().promptTokens())
        .put(
            "completionTokens",
            budget.conversation().completionTokens() + last.usage().completionTokens());
    var reply =
        new AgentTurnReply(
            AgentTurnReply.ANSWER, List.of(), tokens(last), OutputLimit.bounded(output));
    return new TurnResult(turn(last, List.of(), reply), List.of(), last.usage());
  }

  private int number() {
    return budget.conversation().turn();
  }

  private long tokens(ModelResponse last) {
    return budget.conversation().tokens() + last.usage().tokens();
  }
}
