package dev.heddle.functions.api.live;

import dev.heddle.events.WebSocketEvent;
import dev.heddle.events.WebSocketReply;
import dev.heddle.functions.api.identity.AccessTokens;
import dev.heddle.functions.api.identity.SigningKeys;
import dev.heddle.functions.api.identity.TokenClaims;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Connections.Connection;
import dev.heddle.functions.spec.port.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Admits connections that offer the subprotocols {@code heddle.v1} and an access token: a browser
 * can send no other header, and an address would end up in logs.
 */
final class WebSocketHandshake {
  private static final String PROTOCOL = "heddle.v1";
  private static final String HEADER = "Sec-WebSocket-Protocol";

  /** After two hours API Gateway closes a connection by itself. */
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Ports ports;
  private final AccessTokens tokens;

  WebSocketHandshake(Ports ports) {
    this.ports = ports;
    tokens =
        new AccessTokens(
            new SigningKeys(ports.platformSecrets()), ports.settings().publicUrl(), ports.clock());
  }

  WebSocketReply answer(WebSocketEvent event) {
    Optional<TokenClaims> claims = token(offered(event)).flatMap(tokens::read);
    if (claims.isEmpty()) {
      return WebSocketReply.of(401);
    }
    ports
        .of(Connections.ENTITY)
        .open(
            new Connection(
                event.requestContext().connectionId(),
                claims.get().tenant(),
                claims.get().user(),
                ports.clock().instant().plus(LONGEST)));
    return new WebSocketReply(200, Map.of(HEADER, PROTOCOL), null);
  }

  private static Optional<String> token(List<String> offered) {
    return offered.size() == 2 && offered.getFirst().equals(PROTOCOL)
        ? Optional.of(offered.getLast())
        : Optional.empty();
  }

  /** API Gateway passes header names on as they were sent. */
  private static List<String> offered(WebSocketEvent event) {
    Map<String, String> headers = event.headers();
    Stream<Map.Entry<String, String>> all =
        headers == null ? Stream.empty() : headers.entrySet().stream();
    return all.filter(header -> header.getKey().equalsIgnoreCase(HEADER))
        .flatMap(header -> Stream.of(header.getValue().split(",", -1)))
        .map(String::strip)
        .toList();
  }
}
