package dev.heddle.localstack.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import dev.heddle.localstack.host.demo.DemoModel.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The protocol, checked with the types of the SDK that speaks it. */
class DemoModelTest {
  private static final String TEXT =
      "Our weaving mill has twelve looms. The looms run day and night. Yesterday a loom stopped"
          + " because a thread broke. My cat is called Otto.";

  private static final String TOOLS =
      "[{'type':'function','function':{'name':'get_weather','description':'Current weather and"
          + " temperature of a city','parameters':{'type':'object','required':['city'],"
          + "'properties':{'city':{'type':'string','description':'the city'}}}}},"
          + "{'type':'function','function':{'name':'refund_order','description':'Pays the money of"
          + " an order back','parameters':{'type':'object','required':['order_id','amount'],"
          + "'properties':{'order_id':{'type':'string'},'amount':{'type':'number'}}}}}]";

  private static ChatCompletion read(JsonNode completion) throws Exception {
    return ObjectMappers.jsonMapper()
        .readValue(completion.toString(), ChatCompletion.class)
        .validate();
  }

  @Test
  void saysThatItIsNoAi() throws Exception {
    ChatCompletion completion = read(Ask.completion(Ask.question("Summarise", TEXT)));
    assertThat(completion.model()).isEqualTo("demo");
    assertThat(completion.systemFingerprint()).contains("heddle-demo-not-an-ai");
    String content = completion.choices().getFirst().message().content().orElseThrow();
    assertThat(content).contains("looms").endsWith("(Demo model: rules, not an AI.)");
    assertThat(content).doesNotContain("Otto");
    assertThat(completion.usage().orElseThrow().promptTokens()).isPositive();
  }

  @Test
  void alwaysAnswersTheSame() {
    assertThat(Ask.completion(Ask.question("s", TEXT)))
        .isEqualTo(Ask.completion(Ask.question("s", TEXT)));
  }

  @Test
  void readsContentInParts() {
    ObjectNode question = Ask.question("s", "");
    var parts = ((ObjectNode) question.path("messages").get(1)).putArray("content");
    parts.addObject().put("type", "text").put("text", TEXT);
    assertThat(Ask.content(question)).contains("looms");
  }

  @Test
  void keepsToTheTokensAllowed() throws Exception {
    ChatCompletion completion =
        read(Ask.completion(Ask.question("s", TEXT).put("max_completion_tokens", 3)));
    assertThat(completion.choices().getFirst().message().content().orElseThrow()).hasSize(12);
    assertThat(completion.choices().getFirst().finishReason().asString()).isEqualTo("length");
  }

  @Test
  void streamsTheSameInChunks() throws Exception {
    ObjectNode question = Ask.question("s", TEXT);
    String whole = Ask.content(question);
    question.put("stream", true).putObject("stream_options").put("include_usage", true);
    List<String> events = Ask.events(question);
    assertThat(events.getLast()).isEqualTo("[DONE]");
    var chunks = new java.util.ArrayList<ChatCompletionChunk>();
    for (String event : events.subList(0, events.size() - 1)) {
      chunks.add(ObjectMappers.jsonMapper().readValue(event, ChatCompletionChunk.class).validate());
    }
    String joined =
        chunks.stream()
            .flatMap(chunk -> chunk.choices().stream())
            .flatMap(choice -> choice.delta().content().stream())
            .collect(Collectors.joining());
    assertThat(joined).isEqualTo(whole);
    assertThat(chunks.getLast().usage()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is the weather like in the city of Berlin? | get_weather",
        "Please refund order A-1042, 49.90 EUR. | refund_order"
      })
  void callsTheToolThatFits(String text, String tool) throws Exception {
    ObjectNode question = Ask.question("s", text);
    question.set("tools", Ask.json(TOOLS));
    ChatCompletion completion = read(Ask.completion(question));
    var choice = completion.choices().getFirst();
    assertThat(choice.finishReason().asString()).isEqualTo("tool_calls");
    var call = choice.message().toolCalls().orElseThrow().getFirst().asFunction().function();
    assertThat(call.name()).isEqualTo(tool);
  }

  @Test
  void fillsTheToolsArguments() {
    ObjectNode question =
        Ask.question("s", "Please refund order A-1042, 49.90 EUR, bought in 2025.");
    question.set("tools", Ask.json(TOOLS));
    String arguments =
        Ask.completion(question)
            .at("/choices/0/message/tool_calls/0/function/arguments")
            .asString("");
    assertThat(DemoSchemas.JSON.readTree(arguments))
        .isEqualTo(Ask.json("{'order_id':'A-1042','amount':49.9}"));
  }

  @Test
  void streamsToolCalls() throws Exception {
    ObjectNode question = Ask.question("s", "Please refund order A-1042, 49.90 EUR.");
    question.put("stream", true).set("tools", Ask.json(TOOLS));
    ChatCompletionChunk chunk =
        ObjectMappers.jsonMapper()
            .readValue(Ask.events(question).get(1), ChatCompletionChunk.class)
            .validate();
    var call = chunk.choices().getFirst().delta().toolCalls().orElseThrow().getFirst();
    assertThat(call.function().orElseThrow().name()).contains("refund_order");
  }

  @Test
  void obeysTheToolChoice() {
    ObjectNode question = Ask.question("s", "Please refund order A-1042.");
    question.set("tools", Ask.json(TOOLS));
    assertThat(called(question.put("tool_choice", "none"))).isEmpty();
    assertThat(called(question.put("tool_choice", "auto"))).isEqualTo("refund_order");
    question.set("tool_choice", Ask.json("{'type':'function','function':{'name':'get_weather'}}"));
    assertThat(called(question)).isEqualTo("get_weather");
    ObjectNode other = Ask.question("s", "Good morning.");
    other.set("tools", Ask.json(TOOLS));
    assertThat(called(other)).isEmpty();
    assertThat(called(other.put("tool_choice", "required"))).isNotEmpty();
  }

  private static String called(JsonNode question) {
    return Ask.completion(question)
        .at("/choices/0/message/tool_calls/0/function/name")
        .asString("");
  }

  @Test
  void answersWithWhatTheToolSaid() {
    ObjectNode question = Ask.question("s", "What is the weather in Berlin?");
    question.set("tools", Ask.json(TOOLS));
    var messages = (tools.jackson.databind.node.ArrayNode) question.path("messages");
    messages.add(Ask.json("{'role':'assistant','content':null,'tool_calls':[]}"));
    messages.add(
        Ask.json("{'role':'tool','tool_call_id':'c','content':'It is 12 degrees and raining.'}"));
    assertThat(called(question)).isEmpty();
    assertThat(Ask.content(question)).startsWith("It is 12 degrees and raining.");
  }

  @Test
  void callsAllToolsThatFitUnlessToldNotTo() {
    ObjectNode question =
        Ask.question("s", "What is the weather in Berlin? Also refund the order A-1042.");
    question.set("tools", Ask.json(TOOLS));
    assertThat(Ask.completion(question).at("/choices/0/message/tool_calls").size()).isEqualTo(2);
    question.put("parallel_tool_calls", false);
    assertThat(Ask.completion(question).at("/choices/0/message/tool_calls").size()).isOne();
  }

  @Test
  void tellsDataInWords() {
    ObjectNode question = Ask.question("s", "What about the order?");
    var messages = (tools.jackson.databind.node.ArrayNode) question.path("messages");
    messages.add(
        Ask.json(
            "{'role':'tool','tool_call_id':'c','content':'{\\'orderState\\':\\'sent\\',\\'parts\\':[1,2]}'}"));
    assertThat(Ask.content(question)).startsWith("order state: sent, parts: 1, parts: 2.");
  }

  @Test
  void answersInAnyJsonWhenAsked() {
    ObjectNode question = Ask.question("s", TEXT);
    question.putObject("response_format").put("type", "json_object");
    assertThat(DemoSchemas.JSON.readTree(Ask.content(question)).path("keywords").get(0).asString())
        .isEqualTo("looms");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /chat/completions, 405",
    "POST, /models, 405",
    "GET, /embeddings, 404",
    "GET, /models/gpt-4o, 404"
  })
  void refusesWhatItDoesNotKnow(String method, String path, int status) {
    assertThat(status(method, path, "")).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"model\":\"demo\"}",
        "{\"model\":\"demo\",\"messages\":[]}",
        "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
      })
  void refusesBadRequestsInTheProtocolsWords(String body) {
    assertThat(status("POST", "/chat/completions", body)).isBetween(400, 404);
  }

  private static int status(String method, String path, String body) {
    Reply.Json reply =
        (Reply.Json) Ask.MODEL.answer(method, path, body.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.body().at("/error/message").asString("")).isNotBlank();
    return reply.status();
  }

  @Test
  void listsItself() {
    Reply.Json reply = (Reply.Json) Ask.MODEL.answer("GET", "/models", new byte[0]);
    assertThat(reply.body().at("/data/0/id").asString()).isEqualTo("demo");
    assertThat(reply.body().at("/data/0/owned_by").asString()).contains("not-an-ai");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "?", "🙂", "((((", "a\u0000b"})
  void survivesAnyText(String text) {
    assertThat(Ask.content(Ask.question("", text))).endsWith("not an AI.)");
  }

  @Test
  void isQuickOnLongTexts() {
    String text = "The looms are down. ".repeat(20_000);
    assertThat(Ask.content(Ask.question("s", text))).contains("looms");
    assertThat(Ask.content(Ask.question("s", "a".repeat(200_000)))).isNotEmpty();
    assertThat(Ask.content(Ask.question("s", "A ".repeat(100_000)))).isNotEmpty();
    assertThat(Ask.content(Ask.question("s", "1".repeat(100_000)))).isNotEmpty();
  }
}
