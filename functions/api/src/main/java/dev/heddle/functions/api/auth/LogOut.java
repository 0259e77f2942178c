package dev.heddle.functions.api.auth;

import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.As;
import dev.heddle.functions.core.catalog.As.Cookie;
import dev.heddle.functions.core.catalog.As.Header;
import dev.heddle.functions.core.catalog.Audience;
import dev.heddle.functions.core.catalog.Route;
import dev.heddle.functions.core.catalog.RouteSpec;
import dev.heddle.functions.core.catalog.RouteSpec.Verb;
import dev.heddle.functions.core.identity.LoggingOut;
import dev.heddle.functions.core.port.Ports;
import java.util.Set;

/** Ends the session and removes its cookie; without a session it only removes the cookie. */
public final class LogOut implements Route<CookieInput, LogOut.Output> {

  /** The cookie's removal. */
  public record Output(@As(Header.SET_COOKIE) Cookie refresh) {}

  @Override
  public RouteSpec<CookieInput, Output> spec() {
    return new RouteSpec<>(
        Verb.POST,
        "/api/v1/auth/logout",
        Audience.ANYONE,
        CookieInput.class,
        Output.class,
        204,
        "Sign out",
        RouteSpec.SMALL_BODY,
        Set.of(new Access.Writes(Entity.SESSION)));
  }

  @Override
  public Handler<CookieInput, Output> open(Ports ports) {
    var loggingOut = new LoggingOut(ports);
    return (input, caller) -> {
      loggingOut.logOut(input.call());
      return new Output(RefreshCookie.removed());
    };
  }
}
