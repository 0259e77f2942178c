package dev.heddle.functions.ai.openai;

import dev.heddle.functions.ai.model.ProviderServer;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A provider that speaks OpenAI's chat completions and answers what it was told, in order. */
public final class FakeProvider extends ProviderServer {
  private static final String BEARER = "Bearer ";
  private static final String EVENTS = "text/event-stream";
  private static final String USAGE =
      "{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}";

  /** A provider that has been told nothing yet. */
  public FakeProvider() throws IOException {
    super("/v1/chat/completions");
  }

  @Override
  public String url() {
    return url("/v1");
  }

  @Override
  public String key(int time) {
    return header(time, "Authorization").replace(BEARER, "");
  }

  @Override
  public FakeProvider says(String text) {
    return completes(words(text), "stop");
  }

  @Override
  public FakeProvider breaksOff(String text) {
    return completes(words(text), "length");
  }

  private static String words(String text) {
    return message().put("content", text).toString();
  }

  private static ObjectNode message() {
    return WireJson.MAPPER
        .createObjectNode()
        .put("role", "assistant")
        .putNull("refusal")
        .putNull("content");
  }

  @Override
  public FakeProvider wants(ToolCall... calls) {
    ObjectNode message = message();
    var list = message.putArray("tool_calls");
    for (ToolCall call : calls) {
      list.addObject()
          .put("id", call.id())
          .put("type", "function")
          .putObject("function")
          .put("name", call.name())
          .put("arguments", call.arguments());
    }
    return completes(message.toString(), "tool_calls");
  }

  /** Answers with this message. */
  public FakeProvider completes(String message, String finish) {
    return answers(
        200,
        "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-test-0101\","
            + "\"choices\":[{\"index\":0,\"logprobs\":null,\"finish_reason\":\""
            + finish
            + "\",\"message\":"
            + message
            + "}],\"usage\":"
            + USAGE
            + "}");
  }

  @Override
  public FakeProvider answers(int status, String body) {
    super.answers(status, body);
    return this;
  }

  @Override
  public FakeProvider streams(String... pieces) {
    return streams(Arrays.stream(pieces).map(FakeProvider::text), "stop");
  }

  @Override
  public FakeProvider streamsCall(String id, String name, String... arguments) {
    Stream<ObjectNode> deltas =
        IntStream.range(0, arguments.length)
            .mapToObj(i -> call(i == 0 ? id : "", i == 0 ? name : "", arguments[i]));
    return streams(deltas, "tool_calls");
  }

  private FakeProvider streams(Stream<ObjectNode> deltas, String finish) {
    Stream<String> last =
        Stream.of(
            chunk(WireJson.MAPPER.createObjectNode(), "\"" + finish + "\""),
            chunk("[]", USAGE),
            "[DONE]");
    answers(200, EVENTS, events(Stream.concat(deltas.map(FakeProvider::chunk), last)));
    return this;
  }

  @Override
  public FakeProvider cutsStream(String... pieces) {
    cuts(EVENTS, events(Arrays.stream(pieces).map(FakeProvider::text).map(FakeProvider::chunk)));
    return this;
  }

  /** Ends an answer in good order before the model has finished. */
  public FakeProvider stopsStream(String... pieces) {
    Stream<String> chunks = Arrays.stream(pieces).map(FakeProvider::text).map(FakeProvider::chunk);
    answers(200, EVENTS, events(chunks));
    return this;
  }

  private static String events(Stream<String> data) {
    return data.map(line -> "data: " + line + "\n\n").collect(Collectors.joining());
  }

  private static ObjectNode text(String piece) {
    return WireJson.MAPPER.createObjectNode().put("role", "assistant").put("content", piece);
  }

  private static ObjectNode call(String id, String name, String arguments) {
    ObjectNode delta = WireJson.MAPPER.createObjectNode();
    ObjectNode call = delta.putArray("tool_calls").addObject().put("index", 0);
    ObjectNode function = call.putObject("function").put("arguments", arguments);
    if (!id.isEmpty()) {
      call.put("id", id).put("type", "function");
      function.put("name", name);
    }
    return delta;
  }

  private static String chunk(ObjectNode delta) {
    return chunk(delta, "null");
  }

  private static String chunk(ObjectNode delta, String finish) {
    return chunk(
        "[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]", "null");
  }

  private static String chunk(String choices, String usage) {
    return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
        + "\"model\":\"gpt-test-0101\",\"choices\":"
        + choices
        + ",\"usage\":"
        + usage
        + "}";
  }
}
