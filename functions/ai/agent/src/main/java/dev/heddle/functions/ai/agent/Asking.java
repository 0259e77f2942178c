package dev.heddle.functions.ai.agent;

import Heddle.BudgetExceeded;
import Heddle.ModelFailed;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.ai.agent.AgentConfig.AtLimit;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.JsonSchema.Reading;
import dev.heddle.functions.spec.agent.Turn;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.Answer;
import dev.heddle.functions.spec.model.FinishReason;
import dev.heddle.functions.spec.model.Message;
import dev.heddle.functions.spec.model.Model;
import dev.heddle.functions.spec.model.Question;
import dev.heddle.functions.spec.model.Question.ToolChoice;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.model.Usage;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One turn: the model is asked, and what it says is either calls to be made or the answer. */
final class Asking {
  private static final Duration FIRST = Duration.ofSeconds(200);
  private static final Duration REPAIR = Duration.ofSeconds(90);
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_DATA = 100_000;

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
          case AgentConfig.Answer.Text _ -> Optional.empty();
          case AgentConfig.Answer.Json json ->
              Optional.of(JsonSchema.of("answer.schema", json.schema()));
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
    Message.Assistant last = Message.Assistant.of(words);
    Answer nothing = new Answer(config.model(), last, FinishReason.STOP, Usage.NONE);
    return answered(nothing, value.get(), "limit");
  }

  private Taken asked() {
    Model model = config.settings().open(ports, tenant);
    Question question = question();
    Answer answer = model.ask(question);
    return answer.calls().isEmpty() || budget.mustAnswer()
        ? finished(model, question, answer)
        : wanting(answer);
  }

  private Question question() {
    return budget
        .settings(dialogue.tokens())
        .question(FIRST)
        .say(dialogue.messages())
        .offer(tools.definitions(), budget.mustAnswer() ? ToolChoice.NONE : ToolChoice.AUTO)
        .fitting(schema.map(JsonSchema::json).orElse(null));
  }

  private Taken wanting(Answer answer) {
    Wants wants = Wants.of(number(), answer.calls(), tools);
    var reply = new AgentTurnReply(AgentTurnReply.TOOLS, wants.allowed(), tokens(answer), null);
    return new Taken(turn(answer, wants.wanted(), reply), wants.calls(), answer.usage());
  }

  private Turn turn(Answer answer, List<ToolCall> wanted, AgentTurnReply reply) {
    String text = Cut.of(answer.text(), LONGEST_TEXT);
    return new Turn(number(), dialogue.told(), text, wanted, providerData(answer), reply);
  }

  /** It can't be cut as text is: half a signature is none. */
  private static @Nullable JsonNode providerData(Answer answer) {
    JsonNode data = answer.message().providerData();
    if (data != null && data.toString().length() > LONGEST_DATA) {
      throw new ModelFailed(
          "The provider sent more than "
              + LONGEST_DATA
              + " characters to be kept with the model's answer.");
    }
    return data;
  }

  private Taken finished(Model model, Question question, Answer answer) {
    Reading reading = read(answer);
    if (reading.value().isPresent()) {
      return answered(answer, reading.value().get(), reason());
    }
    Answer repaired = model.ask(repair(question, answer, reading)).after(answer);
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

  private static Question repair(Question question, Answer given, Reading reading) {
    return question
        .within(REPAIR)
        .say(
            Message.Assistant.of(given.text()),
            Message.User.of(
                "That answer can't be used: "
                    + reading.wrong()
                    + " Answer again with nothing but JSON that fits the schema."));
  }

  private Reading read(Answer answer) {
    if (answer.cut() && config.atLimit() == AtLimit.FAIL) {
      throw new ModelFailed(
          "The answer broke off after "
              + answer.usage().completionTokens()
              + " tokens. Allow a longer turn, more tokens in all, or ask for less.");
    }
    return value(answer.text());
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

  private Taken answered(Answer last, JsonNode value, String reason) {
    var output = Wire.JSON.createObjectNode();
    output.set("answer", value);
    output.put("reason", reason).put("turns", number() + 1);
    output
        .putObject("usage")
        .put("model", last.model())
        .put("promptTokens", budget.stands().promptTokens() + last.usage().promptTokens())
        .put(
            "completionTokens",
            budget.stands().completionTokens() + last.usage().completionTokens());
    var reply =
        new AgentTurnReply(AgentTurnReply.ANSWER, List.of(), tokens(last), Outputs.bounded(output));
    return new Taken(turn(last, List.of(), reply), List.of(), last.usage());
  }

  private int number() {
    return budget.stands().turn();
  }

  private long tokens(Answer last) {
    return budget.stands().tokens() + last.usage().tokens();
  }
}
