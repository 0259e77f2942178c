package dev.heddle.functions.core.door;

import dev.heddle.events.HttpEvent;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway event, read without nulls. */
final class GatewayRequest {
  private static final String CORRELATION = "x-correlation-id";
  private static final String CORRELATION_FORM = "[A-Za-z0-9_.:-]{8,80}";

  private final HttpEvent event;

  GatewayRequest(HttpEvent event) {
    this.event = event;
  }

  String method() {
    return event.requestContext().http().method();
  }

  String path() {
    return event.rawPath();
  }

  Map<String, String> parameters() {
    return Objects.requireNonNullElse(event.pathParameters(), Map.of());
  }

  Map<String, String> query() {
    return Objects.requireNonNullElse(event.queryStringParameters(), Map.of());
  }

  Map<String, String> headers() {
    return Objects.requireNonNullElse(event.headers(), Map.of());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers().get(name));
  }

  Optional<String> cookie(String name) {
    List<String> cookies = Objects.requireNonNullElse(event.cookies(), List.of());
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  byte[] body() {
    String body = event.body();
    if (body == null) {
      return new byte[0];
    }
    return event.isBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  String address() {
    return event.requestContext().http().sourceIp();
  }

  /** The caller's own id for the request if it is harmless in a log, else the gateway's. */
  String correlation() {
    return header(CORRELATION)
        .filter(id -> id.matches(CORRELATION_FORM))
        .orElse(event.requestContext().requestId());
  }

  /** Who the authoriser said it is. */
  Caller caller() {
    Map<String, String> claims = claims(event.requestContext().authorizer());
    String user = claims.get("user");
    String tenant = claims.get("tenant");
    String role = claims.get("role");
    String session = claims.get("session");
    if (user == null || tenant == null || role == null || session == null) {
      return new Caller.Anonymous(address(), correlation());
    }
    return new Caller.Member(
        user, new Tenant(tenant), Role.valueOf(role), session, address(), correlation());
  }

  private static Map<String, String> claims(HttpEvent.@Nullable Authorizer authorizer) {
    return authorizer == null || authorizer.lambda() == null ? Map.of() : authorizer.lambda();
  }
}
