package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.Refreshing;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Audience;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;

/** Exchanges the refresh cookie for the next one and a new access token. */
public final class RefreshSession implements Route<CookieInput, SessionAnswer> {

  @Override
  public RouteSpec<CookieInput, SessionAnswer> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/auth/refresh", CookieInput.class, SessionAnswer.class)
        .summary("Refresh the session")
        .audience(Audience.ANYONE)
        .access(
            new Access.Reads(Users.ENTITY),
            new Access.Reads(Tenants.ENTITY),
            new Access.Writes(Sessions.ENTITY),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Handler<CookieInput, SessionAnswer> open(Ports ports) {
    var refreshing = new Refreshing(ports);
    return (input, caller) -> SessionAnswer.of(refreshing.refresh(input.call()));
  }
}
