package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.RefreshTokenRotation;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;

/** Exchanges the refresh cookie for the next one and a new access token. */
public final class RefreshSession implements Route<CookieInput, SessionResponse> {

  @Override
  public RouteSpec<CookieInput, SessionResponse> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/auth/refresh", CookieInput.class, SessionResponse.class)
        .summary("Refresh the session")
        .audience(RouteAudience.ANYONE)
        .faults(Problem.Unauthenticated.class, Problem.Forbidden.class)
        .access(
            new Access.Reads(Users.ENTITY),
            new Access.Reads(Tenants.ENTITY),
            new Access.Writes(Sessions.ENTITY),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Handler<CookieInput, SessionResponse> open(Ports ports) {
    var refreshTokenRotation = new RefreshTokenRotation(ports);
    return (input, caller) -> SessionResponse.of(refreshTokenRotation.refresh(input.call()));
  }
}
