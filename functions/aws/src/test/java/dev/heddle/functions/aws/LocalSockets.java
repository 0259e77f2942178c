package dev.heddle.functions.aws;

import dev.heddle.localstack.aws.services.sockets.WebSocketHost;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** WebSocket connections of tests: what each was sent. */
public final class LocalSockets implements WebSocketHost {
  private final Map<String, List<String>> open = new ConcurrentHashMap<>();

  /** Opens a connection; the list grows by what it is sent. */
  public List<String> open(String connectionId) {
    return open.computeIfAbsent(connectionId, _ -> new CopyOnWriteArrayList<>());
  }

  @Override
  public boolean send(String connectionId, byte[] message) {
    List<String> sent = open.get(connectionId);
    return sent != null && sent.add(new String(message, StandardCharsets.UTF_8));
  }

  @Override
  public Optional<Connection> find(String connectionId) {
    return Optional.ofNullable(open.get(connectionId))
        .map(_ -> new Connection(Instant.EPOCH, Instant.EPOCH, "203.0.113.9", "test"));
  }

  @Override
  public boolean disconnect(String connectionId) {
    return open.remove(connectionId) != null;
  }
}
