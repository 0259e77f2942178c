package dev.heddle.localstack.host.gateway;

import dev.heddle.events.AuthorizerEvent;
import dev.heddle.events.AuthorizerReply;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.functions.HostedFunction;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Asks the authoriser's function who a caller is, as an HTTP API does before a route. */
public final class AuthorizerClient {
  private final HostedFunction authorizer;

  /** Callers told by this function. */
  public AuthorizerClient(HostedFunction authorizer) {
    this.authorizer = authorizer;
  }

  /** The claims of the request's token; empty when it has none that is valid. */
  Map<String, String> claims(Context context) {
    String token = context.header("authorization");
    if (token == null) {
      return Map.of();
    }
    var event =
        new AuthorizerEvent(
            "2.0",
            context.method() + " " + context.path(),
            context.path(),
            List.of(token),
            Map.of("authorization", token));
    byte[] answer = authorizer.call(WireJson.MAPPER.writeValueAsBytes(event));
    AuthorizerReply reply = WireJson.MAPPER.readValue(answer, AuthorizerReply.class);
    return reply.isAuthorized() ? reply.context() : Map.of();
  }
}
