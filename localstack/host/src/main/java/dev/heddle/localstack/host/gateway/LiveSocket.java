package dev.heddle.localstack.host.gateway;

import dev.heddle.localstack.aws.services.sockets.WebSocketHost;
import io.javalin.websocket.WsContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One open socket; a reader too slow to keep up is cut off rather than buffered for. */
final class LiveSocket {
  // Jetty keeps what a slow reader has not taken: a tab left open on a dead network would fill the
  // heap.
  private static final int MOST_WAITING = 500;

  private final Session session;
  private final String address;
  private final String agent;
  private final InstantSource clock;
  private final Instant connectedAt;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile Instant lastActiveAt;

  LiveSocket(WsContext context, InstantSource clock) {
    session = context.session;
    address = String.valueOf(session.getRemoteSocketAddress());
    agent = Objects.requireNonNullElse(context.header("user-agent"), "");
    this.clock = clock;
    connectedAt = clock.instant();
    lastActiveAt = connectedAt;
  }

  boolean send(String text) {
    // Counted before it is sent: counted after, a burst of threads would all pass.
    if (waiting.incrementAndGet() > MOST_WAITING) {
      close();
      return false;
    }
    lastActiveAt = clock.instant();
    session.sendText(
        text, Callback.from(waiting::decrementAndGet, failure -> waiting.decrementAndGet()));
    return session.isOpen();
  }

  WebSocketHost.Connection described() {
    return new WebSocketHost.Connection(connectedAt, lastActiveAt, address, agent);
  }

  void close() {
    session.close();
  }
}
