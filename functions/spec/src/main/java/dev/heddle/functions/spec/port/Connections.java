package dev.heddle.functions.spec.port;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.PlatformEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open WebSocket connections and the topics they follow. */
public interface Connections {

  /** Connections, and who follows a topic. */
  PlatformEntity<Connections> ENTITY =
      Entity.ofPlatform("connection", Connections.class)
          .keys("CONNECTION#*", "TENANT#*#TOPIC#*")
          .kept(EntityRetention.UNTIL_EXPIRY);

  /** The most topics one connection may follow. */
  int MOST_TOPICS = 50;

  /**
   * A connection; it is forgotten at {@code expiresAt}, at most two hours after it opened, when API
   * Gateway closes it.
   */
  record Connection(String id, Tenant tenant, String user, Instant expiresAt) {}

  /** Remembers a connection. */
  void open(Connection connection);

  /** The connection, unless it closed. */
  Optional<Connection> find(String id);

  /**
   * Lets it follow a topic of its tenant; following twice is following.
   *
   * @throws dev.heddle.functions.spec.fault.Fault too-many at {@link #MOST_TOPICS}
   */
  void follow(Connection connection, String topic);

  /** Stops following. */
  void leave(Connection connection, String topic);

  /** Forgets the connection and what it follows. */
  void close(String id);

  /** The ids of the connections that follow a topic; at most 1,000. */
  List<String> followers(Tenant tenant, String topic);
}
