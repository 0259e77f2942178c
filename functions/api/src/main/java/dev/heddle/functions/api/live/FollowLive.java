package dev.heddle.functions.api.live;

import dev.heddle.events.WebSocketEvent;
import dev.heddle.events.WebSocketReply;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Connections.Connection;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The WebSocket API: a connection shows its access token as a subprotocol, then follows topics of
 * its tenant.
 */
public final class FollowLive implements Job<WebSocketEvent, WebSocketReply> {
  private static final WebSocketReply DONE = WebSocketReply.of(200);
  private static final WebSocketReply GONE = WebSocketReply.of(410);

  @Override
  public JobSpec<WebSocketEvent, WebSocketReply> spec() {
    return JobSpec.of(new Source.FromWebSocket(), WebSocketEvent.class, WebSocketReply.class)
        .timeout(Duration.ofSeconds(20))
        .access(
            new Access.Uses(Access.Secrets.PLATFORM),
            new Access.Writes(Connections.ENTITY),
            new Access.Reads(Runs.ENTITY),
            new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Function<WebSocketEvent, WebSocketReply> open(Ports ports) {
    WebSocketHandshake handshake = new WebSocketHandshake(ports);
    LiveTopics topics = new LiveTopics(ports);
    return event ->
        switch (event.requestContext().eventType()) {
          case "CONNECT" -> handshake.answer(event);
          case "MESSAGE" -> message(ports.of(Connections.ENTITY), topics, event);
          default -> closed(ports.of(Connections.ENTITY), event);
        };
  }

  private static WebSocketReply message(
      Connections connections, LiveTopics topics, WebSocketEvent event) {
    Optional<Connection> connection = connections.find(event.requestContext().connectionId());
    return connection.map(found -> subscribe(connections, topics, found, event)).orElse(GONE);
  }

  private static WebSocketReply subscribe(
      Connections connections, LiveTopics topics, Connection connection, WebSocketEvent event) {
    Optional<SubscriptionRequest> wish = SubscriptionRequest.read(event.body());
    if (wish.isEmpty()) {
      return refused(400, "Send {\"action\": \"subscribe\" or \"unsubscribe\", \"topic\": …}.");
    }
    String topic = wish.get().topic();
    if (wish.get().unsubscribes()) {
      connections.leave(connection, topic);
      return DONE;
    }
    return topics.isOf(connection.tenant(), topic)
        ? follow(connections, connection, topic)
        : refused(404, "There is no such topic.");
  }

  private static WebSocketReply follow(
      Connections connections, Connection connection, String topic) {
    try {
      connections.follow(connection, topic);
      return DONE;
    } catch (Fault fault) {
      return refused(
          429, "A connection can follow at most " + Connections.MOST_TOPICS + " topics.");
    }
  }

  private static WebSocketReply refused(int status, String detail) {
    return new WebSocketReply(status, detail);
  }

  private static WebSocketReply closed(Connections connections, WebSocketEvent event) {
    connections.close(event.requestContext().connectionId());
    return DONE;
  }
}
