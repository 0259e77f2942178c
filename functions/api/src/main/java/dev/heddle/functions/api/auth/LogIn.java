package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.PasswordHasher;
import dev.heddle.functions.api.identity.PasswordLogin;
import dev.heddle.functions.spec.account.RateLimiter;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.statemachines.language.vocabulary.Shape.Format;

/** Signs a person in. */
public final class LogIn implements Route<LogIn.Input, SessionResponse> {

  /** Who, and the proof. */
  public record Input(
      @Example("ada@example.com") @FormField(title = "Email", format = Format.EMAIL, max = 254)
          String email,
      @Example("a loom of one’s own") @FormField(format = Format.SECRET, min = 1, max = 1_000)
          String password) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
      return "LogIn";
    }
  }

  @Override
  public RouteSpec<Input, SessionResponse> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/auth/login", Input.class, SessionResponse.class)
        .summary("Log in")
        .audience(RouteAudience.ANYONE)
        .faults(Problem.Unauthenticated.class, Problem.Forbidden.class, Problem.TooMany.class)
        .access(
            new Access.Reads(Users.ENTITY),
            new Access.Reads(Tenants.ENTITY),
            new Access.Writes(Sessions.ENTITY),
            new Access.Writes(RateLimiter.ENTITY),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Handler<Input, SessionResponse> open(Ports ports) {
    var passwordLogin = new PasswordLogin(ports, new PasswordHasher());
    return (input, caller) ->
        SessionResponse.of(passwordLogin.logIn(input.email(), input.password(), caller.address()));
  }
}
