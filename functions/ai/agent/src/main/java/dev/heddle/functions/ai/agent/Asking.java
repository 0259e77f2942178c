package dev.heddle.functions.ai.agent;

import Heddle.BudgetExceeded;
import Heddle.ModelFailed;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.ai.agent.AgentConfig.Answer;
import dev.heddle.functions.ai.agent.AgentConfig.AtLimit;
import dev.heddle.functions.ai.model.Completion;
import dev.heddle.functions.ai.model.Endpoint;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.JsonSchema.Reading;
import dev.heddle.functions.ai.model.ModelClient;
import dev.heddle.functions.ai.model.SdkJson;
import dev.heddle.functions.spec.agent.Turn;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One turn: the model is asked, and what it says is either calls to be made or the answer. */
final class Asking {
  private static final Duration FIRST = Duration.ofSeconds(200);
  private static final Duration REPAIR = Duration.ofSeconds(90);
  private static final int LONGEST_TEXT = 100_000;

  private final Ports ports;
  private final Tenant tenant;
  private final Dialogue dialogue;
  private final Budget budget;
  private final AgentConfig config;
  private final Toolbox tools;
  private final Optional<JsonSchema> schema;

  Asking(Ports ports, Tenant tenant, Dialogue dialogue, Budget budget) {
    this.ports = ports;
    this.tenant = tenant;
    this.dialogue = dialogue;
    this.budget = budget;
    config = dialogue.config();
    tools = new Toolbox(config.tools());
    schema =
        switch (config.answer()) {
          case Answer.Text _ -> Optional.empty();
          case Answer.Json json -> Optional.of(JsonSchema.of("answer.schema", json.schema()));
        };
  }

  Taken turn() {
    Optional<String> refusal = budget.refusal(dialogue.tokens());
    return refusal.isPresent() ? limited(refusal.get()) : asked();
  }

  /** Nothing can be asked any more: the last words are the answer, if that is wanted. */
  private Taken limited(String why) {
    String words = dialogue.lastWords();
    Optional<JsonNode> value = value(words).value();
    if (config.atLimit() == AtLimit.FAIL || words.isEmpty() || value.isEmpty()) {
      throw new BudgetExceeded(why + " Allow more, or ask for less.");
    }
    Completion nothing = new Completion(words, List.of(), config.model(), 0, 0, false);
    return answered(nothing, value.get(), "limit");
  }

  private Taken asked() {
    var endpoint =
        Endpoint.of(
            config.settings(),
            ports.settings(),
            ports.vault().apply(tenant),
            ports::platformSecrets);
    var client = new ModelClient(ports.models(), endpoint);
    ChatCompletionCreateParams question = question(endpoint);
    Completion completion = client.ask(question, FIRST);
    return completion.calls().isEmpty() || budget.mustAnswer()
        ? answer(client, question, completion)
        : wanting(completion);
  }

  private ChatCompletionCreateParams question(Endpoint endpoint) {
    var question = budget.settings(dialogue.tokens()).request(endpoint);
    dialogue.into(question);
    tools.describe(question);
    if (budget.mustAnswer() && !tools.isEmpty()) {
      question.toolChoice(ChatCompletionToolChoiceOption.Auto.NONE);
    }
    schema.ifPresent(fit -> question.responseFormat(SdkJson.format(fit)));
    return question.build();
  }

  private Taken wanting(Completion completion) {
    Wants wants = Wants.of(number(), completion.calls(), tools);
    var reply = new AgentTurnReply(AgentTurnReply.TOOLS, wants.allowed(), tokens(completion), null);
    String text = Cut.of(completion.text(), LONGEST_TEXT);
    var turn = new Turn(number(), dialogue.told(), text, wants.wanted(), reply);
    return new Taken(turn, wants.calls(), completion.promptTokens(), completion.completionTokens());
  }

  private Taken answer(
      ModelClient client, ChatCompletionCreateParams question, Completion completion) {
    Reading reading = read(completion);
    if (reading.value().isPresent()) {
      return answered(completion, reading.value().get(), reason());
    }
    Completion repaired =
        client.ask(repair(question, completion, reading), REPAIR).after(completion);
    Reading again = read(repaired);
    JsonNode value =
        again
            .value()
            .orElseThrow(
                () ->
                    new ModelFailed(
                        "The agent's answer was wrong twice. The second time: " + again.wrong()));
    return answered(repaired, value, reason());
  }

  private static ChatCompletionCreateParams repair(
      ChatCompletionCreateParams question, Completion given, Reading reading) {
    return question.toBuilder()
        .addAssistantMessage(given.text())
        .addUserMessage(
            "That answer can't be used: "
                + reading.wrong()
                + " Answer again with nothing but JSON that fits the schema.")
        .build();
  }

  private Reading read(Completion completion) {
    if (completion.cut() && config.atLimit() == AtLimit.FAIL) {
      throw new ModelFailed(
          "The answer broke off after "
              + completion.completionTokens()
              + " tokens. Allow a longer turn, more tokens in all, or ask for less.");
    }
    return value(completion.text());
  }

  private Reading value(String text) {
    return schema
        .map(fit -> fit.read(text))
        .orElseGet(
            () -> new Reading(Optional.of(StringNode.valueOf(Cut.of(text, LONGEST_TEXT))), ""));
  }

  private String reason() {
    return budget.mustAnswer() ? "limit" : "answered";
  }

  private Taken answered(Completion completion, JsonNode value, String reason) {
    var output = Wire.JSON.createObjectNode();
    output.set("answer", value);
    output.put("reason", reason).put("turns", number() + 1);
    output
        .putObject("usage")
        .put("model", completion.model())
        .put("promptTokens", budget.stands().promptTokens() + completion.promptTokens())
        .put(
            "completionTokens", budget.stands().completionTokens() + completion.completionTokens());
    var reply =
        new AgentTurnReply(
            AgentTurnReply.ANSWER, List.of(), tokens(completion), Outputs.bounded(output));
    String text = Cut.of(completion.text(), LONGEST_TEXT);
    var turn = new Turn(number(), dialogue.told(), text, List.of(), reply);
    return new Taken(turn, List.of(), completion.promptTokens(), completion.completionTokens());
  }

  private int number() {
    return budget.stands().turn();
  }

  private long tokens(Completion completion) {
    return budget.stands().tokens() + completion.promptTokens() + completion.completionTokens();
  }
}
