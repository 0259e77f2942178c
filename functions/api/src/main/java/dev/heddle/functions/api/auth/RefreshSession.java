package dev.heddle.functions.api.auth;

import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.Audience;
import dev.heddle.functions.core.catalog.Route;
import dev.heddle.functions.core.catalog.RouteSpec;
import dev.heddle.functions.core.catalog.RouteSpec.Verb;
import dev.heddle.functions.core.identity.Refreshing;
import dev.heddle.functions.core.port.Ports;
import java.util.Set;

/** Exchanges the refresh cookie for the next one and a new access token. */
public final class RefreshSession implements Route<CookieInput, SessionAnswer> {

  @Override
  public RouteSpec<CookieInput, SessionAnswer> spec() {
    return new RouteSpec<>(
        Verb.POST,
        "/api/v1/auth/refresh",
        Audience.ANYONE,
        CookieInput.class,
        SessionAnswer.class,
        200,
        "Refresh the session",
        RouteSpec.SMALL_BODY,
        Set.of(
            new Access.Reads(Entity.USER),
            new Access.Reads(Entity.TENANT),
            new Access.Writes(Entity.SESSION),
            new Access.Uses(Access.Secrets.PLATFORM)));
  }

  @Override
  public Handler<CookieInput, SessionAnswer> open(Ports ports) {
    var refreshing = new Refreshing(ports);
    return (input, caller) -> SessionAnswer.of(refreshing.refresh(input.call()));
  }
}
