package dev.heddle.functions.ai.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.heddle.functions.core.internet.LocalServer;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;

/** A model provider's API over real HTTP that answers what it was told, in order. */
public abstract class ProviderServer implements AutoCloseable {
  /** What is promised of an answer that is cut, beyond what is sent of it. */
  private static final int MISSING = 1_000;

  private final LocalServer server = new LocalServer();
  private final Deque<HttpHandler> script = new ConcurrentLinkedDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** A provider asked at this path. */
  protected ProviderServer(String path) throws IOException {
    server.at(path, exchange -> script.removeFirst().handle(exchange));
  }

  /** The base URL by which it is asked. */
  public abstract String url();

  /** Answers with this text. */
  public abstract ProviderServer says(String text);

  /** Answers with this text, which broke off at the longest answer allowed. */
  public abstract ProviderServer breaksOff(String text);

  /** Wants these tools called. */
  public abstract ProviderServer wants(ToolCall... calls);

  /** Answers with this text, piece by piece. */
  public abstract ProviderServer streams(String... pieces);

  /** Wants this tool called, its arguments piece by piece. */
  public abstract ProviderServer streamsCall(String id, String name, String... arguments);

  /** Begins an answer with these pieces, and the connection breaks off. */
  public abstract ProviderServer cutsStream(String... pieces);

  /** The key it was sent, the first time being 0; empty for none. */
  public abstract String key(int time);

  /** Answers so. */
  public ProviderServer answers(int status, String body) {
    return answers(status, "application/json", body);
  }

  /** Answers with another type of content. */
  public ProviderServer answers(int status, String type, String body) {
    return does(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          LocalServer.answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** Answers that there were too many questions. */
  public ProviderServer limits() {
    return does(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          byte[] body = "{\"error\":{\"message\":\"Slow down\"}}".getBytes(StandardCharsets.UTF_8);
          LocalServer.answer(exchange, 429, body);
        });
  }

  /** Begins an answer, and the connection breaks off. */
  public ProviderServer cuts(String type, String body) {
    return does(exchange -> cut(exchange, type, body));
  }

  private static void cut(HttpExchange exchange, String type, String body) throws IOException {
    byte[] sent = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, sent.length + MISSING);
    exchange.getResponseBody().write(sent);
    exchange.getResponseBody().flush();
  }

  /** Never answers. */
  public ProviderServer hangs() {
    return does(
        _ -> {
          try {
            closing.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private ProviderServer does(HttpHandler next) {
    script.add(next);
    return this;
  }

  /** The address of a path. */
  protected String url(String path) {
    return server.url(path);
  }

  /** What it was asked, the first time being 0. */
  public JsonNode asked(int time) {
    return WireJson.MAPPER.readTree(server.seen().get(time).body());
  }

  /** A header it was sent, or nothing. */
  public String header(int time, String name) {
    String value = server.seen().get(time).headers().getFirst(name);
    return value == null ? "" : value;
  }

  /** How often it was asked. */
  public int times() {
    return server.seen().size();
  }

  @Override
  public void close() {
    closing.countDown();
    server.close();
  }
}
