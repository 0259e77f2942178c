package dev.heddle.functions.ai.agent;

import static dev.heddle.functions.ai.agent.TestAgent.LOOK_UP;
import static dev.heddle.functions.ai.agent.TestAgent.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.BadConfig;
import Heddle.BudgetExceeded;
import Heddle.HttpStatus;
import Heddle.ModelFailed;
import Heddle.TurnUnderWay;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.events.AgentTurnReply.RequestedCall;
import dev.heddle.events.ToolCallEnd;
import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AgentTurnTest {
  private static final String TOOLS = "'tools':[" + LOOK_UP + "]";
  private static final String SCHEMA =
      "'answer':{'kind':'json','schema':{'type':'object','required':['n'],'properties':{'n':{'type':'integer'}}}}";

  private TestAgent agent;

  @BeforeEach
  void start() throws IOException {
    agent = new TestAgent();
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private static JsonNode output(AgentTurnReply reply) {
    return Objects.requireNonNull(reply.output());
  }

  @Test
  void answersInWords() {
    agent.provider.says("Done.");

    AgentTurnReply reply = agent.begin("'system':'Be brief'");

    assertThat(reply.next()).isEqualTo(AgentTurnReply.ANSWER);
    assertThat(output(reply))
        .isEqualTo(
            json(
                "{'answer':'Done.','reason':'answered','turns':1,"
                    + "'usage':{'model':'gpt-test-0101','promptTokens':11,'completionTokens':7}}"));
    JsonNode messages = agent.provider.asked(0).path("messages");
    assertThat(messages.at("/0/content").asString()).startsWith("Be brief").contains("Never take");
    assertThat(messages.at("/1/content").asString()).isEqualTo("Do it");
    assertThat(agent.provider.asked(0).has("tools")).isFalse();
  }

  @Test
  void wantsToolsAndIsToldWhatTheyGave() {
    agent.wants("look_up", "{'order':'a1'}", "look_up", "{'order':'a2'}");
    agent.provider.says("Both are on their way.");

    AgentTurnReply first = agent.begin(TOOLS);

    assertThat(first.next()).isEqualTo(AgentTurnReply.TOOLS);
    assertThat(first.calls())
        .containsExactly(
            new RequestedCall("c0", "look_up", false), new RequestedCall("c1", "look_up", false));
    assertThat(first.tokens()).isEqualTo(18);
    assertThat(agent.provider.asked(0).at("/tools/0/function/parameters/required/0").asString())
        .isEqualTo("order");
    give("c0", "{'status':200,'body':'sent'}");

    AgentTurnReply second =
        agent.turn(1, new ToolCallEnd.Done("c0"), new ToolCallEnd.Expired("c1"));

    assertThat(output(second).path("turns").intValue()).isEqualTo(2);
    assertThat(output(second).at("/usage/promptTokens").intValue()).isEqualTo(22);
    JsonNode messages = agent.provider.asked(1).path("messages");
    assertThat(messages.at("/2/tool_calls/0/id").asString()).isEqualTo("call_0_0");
    assertThat(messages.at("/2/tool_calls/1/function/arguments").asString())
        .isEqualTo("{\"order\":\"a2\"}");
    assertThat(agent.told().getFirst().path("tool_call_id").asString()).isEqualTo("call_0_0");
    assertThat(agent.told().getFirst().path("content").asString())
        .isEqualTo("{\"status\":200,\"body\":\"sent\"}");
    assertThat(agent.told().getLast().path("content").asString())
        .contains("Nobody approved the call");
  }

  @Test
  void whatTheProviderWantsBackIsShownToItAgain() {
    agent.provider.completes(
        "{\"role\":\"assistant\",\"content\":null,\"refusal\":null,\"tool_calls\":[{\"id\":\"a\","
            + "\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"arguments\":\"{\\\"order\\\":\\\"a1\\\"}\"},"
            + "\"extra_content\":{\"google\":{\"thought_signature\":\"c2ln\"}}}]}",
        "tool_calls");
    agent.provider.says("Sent.");
    agent.begin(TOOLS);

    agent.turn(1, new ToolCallEnd.Done("c0"));

    JsonNode call = agent.provider.asked(1).at("/messages/2/tool_calls/0");
    assertThat(call.path("id").asString()).isEqualTo("call_0_0");
    assertThat(call.at("/extra_content/google/thought_signature").asString()).isEqualTo("c2ln");
  }

  private void give(String call, String result) {
    ToolExecution stored = agent.conversations().call(agent.agent, 0, call).orElseThrow();
    agent.conversations().keep(agent.agent, 0, stored.giving(json(result)));
  }

  /**
   * @param former how machines of before wrote it
   * @param words the model must find in the result
   */
  private record EndExample(ToolCallEnd end, JsonNode former, String... words) {}

  private static Stream<EndExample> endsWithoutResult() {
    String cause = "{\"errorMessage\":\"No \\\"answer\\\"\",\"errorType\":\"x\"}";
    return Stream.of(
        new EndExample(
            new ToolCallEnd.Rejected("c0", "Ada", "too dear"),
            former("rejected", "Ada", "too dear"),
            "rejected by Ada",
            "too dear"),
        new EndExample(
            new ToolCallEnd.Rejected("c0", null, null),
            former("rejected", null, null),
            "rejected by a person, so it wasn't made.\""),
        new EndExample(
            new ToolCallEnd.Expired("c0"),
            former("expired", null, null),
            "Nobody approved the call"),
        new EndExample(
            new ToolCallEnd.Failed("c0", "Heddle.HttpFailed", cause),
            former("failed", "Heddle.HttpFailed", cause),
            "Heddle.HttpFailed",
            "No \\\"answer\\\""),
        new EndExample(
            new ToolCallEnd.Failed("c0", "States.Timeout", null),
            former("failed", "States.Timeout", null),
            "The call failed",
            "States.Timeout"),
        new EndExample(
            new ToolCallEnd.Done("c0"), former("done", null, null), "The tool returned no result"));
  }

  private static JsonNode former(String how, @Nullable String who, @Nullable String why) {
    return WireJson.MAPPER
        .createObjectNode()
        .put("id", "c0")
        .put("how", how)
        .put("who", who)
        .put("why", why);
  }

  @ParameterizedTest
  @MethodSource("endsWithoutResult")
  void isToldWhyACallHasNoResult(EndExample example) {
    agent.wants("look_up", "{'order':'a1'}");
    agent.provider.says("Sorry.");
    agent.begin(TOOLS);

    agent.turn(1, example.end());

    assertThat(agent.told().getFirst().path("content").asString()).contains(example.words());
  }

  @ParameterizedTest
  @MethodSource("endsWithoutResult")
  void whatMachinesOfBeforeWroteIsUnderstood(EndExample example) {
    assertThat(WireJson.MAPPER.treeToValue(example.former(), ToolCallEnd.class))
        .isEqualTo(example.end());
  }

  @Test
  void anEndOfNoKnownKindIsRefused() {
    JsonNode unknown = json("{'id':'c0','kind':'forgotten'}");

    assertThatThrownBy(() -> WireJson.MAPPER.treeToValue(unknown, ToolCallEnd.class))
        .hasMessageContaining("forgotten");
  }

  @Test
  void aLongResultIsCutInTheConversationOnly() {
    agent.wants("look_up", "{'order':'a1'}");
    agent.provider.says("Long.");
    agent.begin(TOOLS);
    give("c0", "'" + "x".repeat(50_000) + "'");

    agent.turn(1, new ToolCallEnd.Done("c0"));

    assertThat(agent.told().getFirst().path("content").asString())
        .hasSizeLessThan(8_200)
        .contains("50000 characters");
    assertThat(agent.conversations().call(agent.agent, 0, "c0").orElseThrow().result())
        .hasToString("\"" + "x".repeat(50_000) + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drop_tables | {} | There is no such tool. Available tools: look_up",
        "look_up | {} | order",
        "look_up | {'order':7} | /order",
        "look_up | {'order':'a','admin':true} | admin",
        "look_up | not json | isn't valid JSON"
      })
  void whatDoesNotFitIsNeverCalled(String tool, String arguments, String wrong) {
    agent.wants(tool, arguments, "look_up", "{'order':'a1'}");
    agent.provider.says("I see.");

    AgentTurnReply reply = agent.begin(TOOLS);

    assertThat(reply.calls()).containsExactly(new RequestedCall("c1", "look_up", false));
    agent.turn(1, new ToolCallEnd.Done("c1"));
    assertThat(agent.told().getFirst().path("content").asString()).contains(wrong);
  }

  @Test
  void boundsWhatTheModelWants() {
    String[] many = new String[60];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "look_up";
      many[i + 1] = i == 0 ? "{'order':'" + "x".repeat(40_000) + "'}" : "{'order':'a'}";
    }
    agent.wants(many);

    AgentTurnReply reply = agent.begin(TOOLS);

    assertThat(reply.calls()).hasSize(15).noneMatch(call -> call.id().equals("c0"));
    assertThat(agent.conversations().calls(agent.agent, 0)).hasSize(16);
  }

  @Test
  void aRepeatedTurnIsAnsweredFromTheStore() {
    agent.wants("look_up", "{'order':'a1'}");

    AgentTurnReply first = agent.begin(TOOLS);

    assertThat(agent.begin(TOOLS)).isEqualTo(first);
    assertThat(agent.provider.times()).isEqualTo(1);
  }

  @Test
  void manyAtOncePayOnce() throws Exception {
    agent.provider.says("Once.");

    ConcurrentWrites.of(
        5,
        _ -> {
          try {
            return agent.begin("").next();
          } catch (TurnUnderWay e) {
            return "later";
          }
        });

    assertThat(agent.provider.times()).isEqualTo(1);
    assertThat(agent.conversations().find(agent.agent).orElseThrow().tokens()).isEqualTo(18);
  }

  @Test
  void anAgentThatIsRepeatedMakesNoCallAgain() {
    agent.wants("look_up", "{'order':'a1'}");
    agent.provider.says("Sent.");
    agent.begin(TOOLS);
    AgentTurnReply answer = agent.turn(1, new ToolCallEnd.Done("c0"));

    assertThat(agent.begin(TOOLS).calls()).isEmpty();
    assertThat(agent.turn(1)).isEqualTo(answer);
    assertThat(agent.provider.times()).isEqualTo(2);
  }

  @Test
  void aTurnThatFailedCanBeTakenAgainAtOnce() {
    agent.provider.answers(503, "{}").says("Back.");

    assertThatThrownBy(() -> agent.begin("")).isInstanceOf(HttpStatus.class);

    assertThat(output(agent.begin("")).path("answer").asString()).isEqualTo("Back.");
  }

  @Test
  void tokensAreABudget() {
    agent.wants("look_up", "{'order':'a1'}");
    agent.begin(TOOLS + ",'tokens':130");

    assertThat(agent.provider.asked(0).path("max_tokens").intValue()).isBetween(1, 100);
    give("c0", "'" + "x".repeat(600) + "'");
    assertThatThrownBy(() -> agent.turn(1, new ToolCallEnd.Done("c0")))
        .isInstanceOf(BudgetExceeded.class)
        .hasMessageContaining("130 tokens");
    assertThat(agent.provider.times()).isEqualTo(1);
  }

  @Test
  void timeIsABudget() {
    agent.wants("look_up", "{'order':'a1'}");
    agent.begin(TOOLS + ",'seconds':60");
    agent.clock.pass(Duration.ofSeconds(61));

    assertThatThrownBy(() -> agent.turn(1)).isInstanceOf(BudgetExceeded.class);
  }

  @Test
  void atALimitTheLastWordsCanBeTheAnswer() {
    agent.provider.completes(
        "{\"role\":\"assistant\",\"content\":\"I will look it"
            + " up.\",\"refusal\":null,\"tool_calls\":"
            + "[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"arguments\":\"{\\\"order\\\":\\\"a\\\"}\"}}]}",
        "tool_calls");
    agent.begin(TOOLS + ",'seconds':60,'atLimit':'answer'");
    agent.clock.pass(Duration.ofSeconds(61));

    JsonNode output = output(agent.turn(1));

    assertThat(output.path("answer").asString()).isEqualTo("I will look it up.");
    assertThat(output.path("reason").asString()).isEqualTo("limit");
  }

  @Test
  void theLastTurnCanBeAskedForAnAnswer() {
    agent.wants("look_up", "{'order':'a1'}");
    agent.provider.says("As far as I know.");
    agent.begin(TOOLS + ",'iterations':2,'atLimit':'answer'");

    AgentTurnReply reply = agent.turn(1);

    assertThat(agent.provider.asked(1).path("tool_choice").asString()).isEqualTo("none");
    assertThat(output(reply).path("reason").asString()).isEqualTo("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "{\"n\":\"x\"}"})
  void aStructuredAnswerIsRepairedOnce(String bad) {
    agent.provider.says(bad).says("{\"n\":3}");

    AgentTurnReply reply = agent.begin(SCHEMA);

    assertThat(output(reply).path("answer")).isEqualTo(json("{'n':3}"));
    assertThat(reply.tokens()).isEqualTo(36);
    assertThat(agent.provider.asked(0).at("/response_format/type").asString())
        .isEqualTo("json_schema");
  }

  @Test
  void anAnswerThatIsWrongTwiceFails() {
    agent.provider.says("no").says("still no");

    assertThatThrownBy(() -> agent.begin(SCHEMA))
        .isInstanceOf(ModelFailed.class)
        .hasMessageContaining("invalid twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'iterations':0",
        "'tools':[" + LOOK_UP + "," + LOOK_UP + "]",
        "'tools':[{'kind':'http','name':'a b','description':'d','url':'https://a.test'}]",
        "'tools':[{'kind':'http','name':'a','description':'d','url':'https://{host}.test/'}]",
        "'tools':[{'kind':'workflow','name':'a','description':'d','workflow':'wf_1','parameters':5}]"
      })
  void refusesSettingsThatDoNotFit(String settings) {
    assertThatThrownBy(() -> agent.begin(settings)).isInstanceOf(BadConfig.class);
    assertThat(agent.provider.times()).isZero();
  }

  @Test
  void aTurnOfAnAgentThatNeverBeganIsRefused() {
    assertThatThrownBy(() -> agent.turn(3)).isInstanceOf(BadConfig.class);
  }
}
