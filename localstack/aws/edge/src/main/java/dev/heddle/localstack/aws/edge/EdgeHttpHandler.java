package dev.heddle.localstack.aws.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads bounded requests off the socket, has them answered and writes the answers. */
final class EdgeHttpHandler implements HttpHandler {
  private static final int KIB = 1_024;

  private final AwsRouter router;
  private final EdgeLimits limits;
  // Threads are virtual and cost little, but each request holds a socket and may hold a database
  // connection: more than this would only wait inside, where nobody can refuse them.
  private final Semaphore requests;
  // Bodies are held whole: a thousand large ones at once would exhaust the heap that the engine
  // needs.
  private final Semaphore kibibytes;

  EdgeHttpHandler(AwsRouter router, EdgeLimits limits) {
    this.router = router;
    this.limits = limits;
    this.requests = new Semaphore(limits.requests());
    this.kibibytes = new Semaphore(limits.bufferedBytes() / KIB);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!tryAcquire(requests, 1)) {
        write(exchange, EdgeErrors.answer(head(exchange), EdgeErrors.busy()));
        return;
      }
      try {
        write(exchange, answer(exchange));
      } finally {
        requests.release();
      }
    }
  }

  private AwsResponse answer(HttpExchange exchange) throws IOException {
    AwsRequest head = head(exchange);
    var turnedAway = CrossOriginGuard.reject(head);
    return CrossOriginGuard.withCorsHeaders(
        head, turnedAway.isPresent() ? turnedAway.get() : answerWithinLimits(exchange, head));
  }

  private AwsResponse answerWithinLimits(HttpExchange exchange, AwsRequest head)
      throws IOException {
    long length = announcedLength(head);
    if (length > limits.bodyBytes()) {
      return tooLarge(exchange, head);
    }
    int room = (int) length / KIB + 1;
    if (!tryAcquire(kibibytes, room)) {
      return EdgeErrors.answer(head, EdgeErrors.busy());
    }
    try {
      // Whatever was announced: a client that sends more than it said is cut off one byte past the
      // limit.
      byte[] body = exchange.getRequestBody().readNBytes(limits.bodyBytes() + 1);
      return body.length > limits.bodyBytes()
          ? tooLarge(exchange, head)
          : router.answer(head.withBody(body));
    } finally {
      kibibytes.release(room);
    }
  }

  /** A body of unknown length (chunked transfer) reserves the most that it may be. */
  private long announcedLength(AwsRequest head) {
    if (head.header("transfer-encoding").isPresent()) {
      return limits.bodyBytes();
    }
    try {
      return Long.parseLong(head.header("content-length").orElse("0"));
    } catch (NumberFormatException e) {
      return limits.bodyBytes();
    }
  }

  /** Reads on for a while, so that the client sees the answer rather than a reset connection. */
  private AwsResponse tooLarge(HttpExchange exchange, AwsRequest head) throws IOException {
    exchange.getRequestBody().skip(4L * limits.bodyBytes());
    return EdgeErrors.answer(head, EdgeErrors.tooLarge(limits.bodyBytes()));
  }

  private boolean tryAcquire(Semaphore semaphore, int permits) {
    try {
      // Waits a little, so that a burst is served; not for ever, so that an overload is answered
      // with 503 while the client still listens.
      return semaphore.tryAcquire(permits, limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static AwsRequest head(HttpExchange exchange) {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    var uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
    return new AwsRequest(exchange.getRequestMethod(), path, query, headers, new byte[0]);
  }

  private static void write(HttpExchange exchange, AwsResponse response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
    if (bodiless) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), response.body().length);
    exchange.getResponseBody().write(response.body());
  }
}
