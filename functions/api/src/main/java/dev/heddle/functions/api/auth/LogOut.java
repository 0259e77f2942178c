package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.SessionLogout;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.AsHeader.Cookie;
import dev.heddle.functions.spec.shape.AsHeader.Header;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;

/** Ends the session and removes its cookie; without a session it only removes the cookie. */
public final class LogOut implements Route<CookieInput, LogOut.Output> {

  /** The cookie's removal. */
  public record Output(@AsHeader(Header.SET_COOKIE) Cookie refresh) {}

  @Override
  public RouteSpec<CookieInput, Output> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/auth/logout", CookieInput.class, Output.class)
        .summary("Log out")
        .audience(RouteAudience.ANYONE)
        .status(204)
        .faults(Problem.Forbidden.class)
        .access(new Access.Writes(Sessions.ENTITY));
  }

  @Override
  public Handler<CookieInput, Output> open(Ports ports) {
    var sessionLogout = new SessionLogout(ports);
    return (input, caller) -> {
      sessionLogout.logOut(input.call());
      return new Output(RefreshCookie.removed());
    };
  }
}
