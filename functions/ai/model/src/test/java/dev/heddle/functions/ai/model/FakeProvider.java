package dev.heddle.functions.ai.model;

import dev.heddle.functions.core.internet.LocalServer;
import dev.heddle.functions.spec.shape.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/** A provider that speaks OpenAI's chat completions and answers what it was told, in order. */
public final class FakeProvider implements AutoCloseable {
  private final LocalServer server = new LocalServer();
  private final Deque<Scripted> script = new ArrayDeque<>();

  private record Scripted(int status, String body, long delay) {}

  public FakeProvider() throws IOException {
    server.at(
        "/v1/chat/completions",
        exchange -> {
          Scripted next = script.removeFirst();
          sleep(next.delay());
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          LocalServer.answer(exchange, next.status(), next.body().getBytes(StandardCharsets.UTF_8));
        });
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public String url() {
    return server.url("/v1");
  }

  /** Answers with this text. */
  public FakeProvider says(String text) {
    return says(text, "stop");
  }

  public FakeProvider says(String text, String finish) {
    String message =
        "{\"role\":\"assistant\",\"refusal\":null,\"content\":"
            + Wire.JSON.writeValueAsString(text)
            + "}";
    return completes(message, finish);
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
            + "}],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}");
  }

  public FakeProvider answers(int status, String body) {
    script.add(new Scripted(status, body, 0));
    return this;
  }

  /** What it was asked, the first time being 0. */
  public JsonNode asked(int time) {
    return Wire.JSON.readTree(server.seen().get(time).body());
  }

  /** A header it was sent, or nothing. */
  public String header(int time, String name) {
    String value = server.seen().get(time).headers().getFirst(name);
    return value == null ? "" : value;
  }

  public int times() {
    return server.seen().size();
  }

  @Override
  public void close() {
    server.close();
  }
}
