package dev.heddle.localstack.lab.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lambda's Runtime API for one function and one event: the first to ask gets it, whoever asks again
 * waits until this is closed. Beside it a DynamoDB in which there is nothing.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  private static final byte[] NO_ITEMS =
      "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}".getBytes(StandardCharsets.UTF_8);

  /** When it was ready for its first event, as {@link System#nanoTime()}. */
  final CompletableFuture<Long> ready = new CompletableFuture<>();

  /** When its answer had come; fails with what the function said if it failed. */
  final CompletableFuture<Long> answered = new CompletableFuture<>();

  private final HttpServer server;
  private final byte[] event;
  private final AtomicBoolean isTaken = new AtomicBoolean();

  private RuntimeApi(HttpServer server, byte[] event) {
    this.server = server;
    this.event = event;
  }

  static RuntimeApi start(byte[] event) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RuntimeApi api = new RuntimeApi(server, event);
    server.createContext("/2018-06-01/", api::answer);
    server.createContext("/", exchange -> send(exchange, 200, NO_ITEMS));
    server.start();
    return api;
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (path.equals(INVOCATION + "next")) {
      next(exchange, now);
    } else if (path.endsWith("/response")) {
      answered.complete(now);
      send(exchange, 202, new byte[0]);
    } else {
      fail(path + ": " + new String(body, StandardCharsets.UTF_8));
      send(exchange, 202, new byte[0]);
    }
  }

  private void next(HttpExchange exchange, long now) throws IOException {
    if (isTaken.getAndSet(true)) {
      // Left open: there is no second event, and the process is about to be ended.
      return;
    }
    ready.complete(now);
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:0:function:cold");
    send(exchange, 200, event);
  }

  /** Ends the waiting for a function that will not answer. */
  void fail(String why) {
    ready.completeExceptionally(new IllegalStateException(why));
    answered.completeExceptionally(new IllegalStateException(why));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
