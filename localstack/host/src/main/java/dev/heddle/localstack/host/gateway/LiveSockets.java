package dev.heddle.localstack.host.gateway;

import dev.heddle.events.WebSocketEvent;
import dev.heddle.events.WebSocketReply;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.services.sockets.WebSocketHost;
import dev.heddle.localstack.host.functions.HostedFunction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The WebSocket API of the laptop: connections, their events, and posting to them. */
public final class LiveSockets implements WebSocketHost {
  private static final String CONNECTION = "heddle.connection";
  // Each holds buffers, and anyone who can reach the port may open them.
  private static final int MOST_CONNECTIONS = 1_000;
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final HostedFunction function;
  private final InstantSource clock;
  private final Map<String, LiveSocket> open = new ConcurrentHashMap<>();

  /** Connections whose events go to this function. */
  public LiveSockets(HostedFunction function, InstantSource clock) {
    this.function = function;
    this.clock = clock;
  }

  /** Adds the WebSocket API at a path. */
  public void mount(RoutesConfig routes, String path) {
    routes.wsBeforeUpgrade(path, this::admit);
    routes.ws(path, this::handle);
  }

  @Override
  public boolean send(String connection, byte[] message) {
    LiveSocket socket = open.get(connection);
    return socket != null && socket.send(new String(message, StandardCharsets.UTF_8));
  }

  @Override
  public Optional<Connection> find(String connection) {
    return Optional.ofNullable(open.get(connection)).map(LiveSocket::described);
  }

  @Override
  public boolean disconnect(String connection) {
    LiveSocket socket = open.get(connection);
    if (socket != null) {
      socket.close();
    }
    return socket != null;
  }

  private void admit(Context context) {
    if (open.size() >= MOST_CONNECTIONS) {
      throw new HttpResponseException(503, "Too many connections");
    }
    String connection = UUID.randomUUID().toString();
    // Before the upgrade, where it can still be refused with a status as API Gateway does.
    WebSocketReply reply = call("CONNECT", "$connect", connection, headers(context), null);
    if (reply.statusCode() != 200) {
      throw new HttpResponseException(reply.statusCode(), "The connection is not admitted");
    }
    context.attribute(CONNECTION, connection);
  }

  private void handle(WsConfig config) {
    config.onConnect(
        context -> {
          context.session.setIdleTimeout(IDLE);
          context.session.setMaxTextMessageSize(32 * 1024);
          context.enableAutomaticPings();
          open.put(id(context), new LiveSocket(context, clock));
        });
    config.onMessage(
        context -> {
          String id = id(context);
          WebSocketReply reply = call("MESSAGE", "$default", id, Map.of(), context.message());
          if (reply.body() != null && !reply.body().isEmpty()) {
            send(id, reply.body().getBytes(StandardCharsets.UTF_8));
          }
        });
    config.onClose(
        context -> {
          // Before the function is told: what it posts in answer must find the connection gone.
          open.remove(id(context));
          call("DISCONNECT", "$disconnect", id(context), Map.of(), null);
        });
  }

  private static String id(WsContext context) {
    String id = context.attribute(CONNECTION);
    if (id == null) {
      throw new IllegalStateException("A connection that was never admitted");
    }
    return id;
  }

  private WebSocketReply call(
      String type,
      String routeKey,
      String connection,
      Map<String, String> headers,
      @Nullable String body) {
    var event =
        new WebSocketEvent(
            headers,
            Map.of(),
            new WebSocketEvent.RequestContext(
                routeKey, type, connection, UUID.randomUUID().toString(), "localhost", "live"),
            body,
            false);
    byte[] answer = function.call(WireJson.MAPPER.writeValueAsBytes(event));
    return WireJson.MAPPER.readValue(answer, WebSocketReply.class);
  }

  private static Map<String, String> headers(Context context) {
    Map<String, String> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
