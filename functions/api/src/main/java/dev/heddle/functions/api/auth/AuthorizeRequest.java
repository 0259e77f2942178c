package dev.heddle.functions.api.auth;

import dev.heddle.events.AuthorizerEvent;
import dev.heddle.events.AuthorizerReply;
import dev.heddle.functions.api.identity.AccessTokens;
import dev.heddle.functions.api.identity.SigningKeys;
import dev.heddle.functions.api.identity.TokenClaims;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the gateway who a caller is, by the bearer token of the request. */
public final class AuthorizeRequest implements Job<AuthorizerEvent, AuthorizerReply> {
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]+)");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Override
  public JobSpec<AuthorizerEvent, AuthorizerReply> spec() {
    return JobSpec.of(new Source.FromAuthorizer(), AuthorizerEvent.class, AuthorizerReply.class)
        .timeout(TIMEOUT)
        .access(new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Function<AuthorizerEvent, AuthorizerReply> open(Ports ports) {
    var tokens =
        new AccessTokens(
            new SigningKeys(ports.platformSecrets()), ports.settings().publicUrl(), ports.clock());
    return event ->
        token(event)
            .flatMap(tokens::read)
            .map(AuthorizeRequest::allowed)
            .orElseGet(() -> new AuthorizerReply(false, Map.of()));
  }

  private static Optional<String> token(AuthorizerEvent event) {
    List<String> sources = event.identitySource() == null ? List.of() : event.identitySource();
    return sources.stream()
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static AuthorizerReply allowed(TokenClaims claims) {
    return new AuthorizerReply(
        true,
        Map.of(
            "user", claims.user(),
            "tenant", claims.tenant().id(),
            "role", claims.role().name(),
            "session", claims.session()));
  }
}
