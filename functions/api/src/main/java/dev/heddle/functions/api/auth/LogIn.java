package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.LoggingIn;
import dev.heddle.functions.api.identity.Passwords;
import dev.heddle.functions.spec.account.Attempts;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Audience;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.statemachines.language.vocabulary.Shape.Format;

/** Signs a person in. */
public final class LogIn implements Route<LogIn.Input, SessionAnswer> {

  /** Who, and the proof. */
  public record Input(
      @Form(title = "E-mail", format = Format.EMAIL, max = 254) String email,
      @Form(format = Format.SECRET, min = 1, max = 1_000) String password) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
      return "LogIn";
    }
  }

  @Override
  public RouteSpec<Input, SessionAnswer> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/auth/login", Input.class, SessionAnswer.class)
        .summary("Sign in")
        .audience(Audience.ANYONE)
        .access(
            new Access.Reads(Users.ENTITY),
            new Access.Reads(Tenants.ENTITY),
            new Access.Writes(Sessions.ENTITY),
            new Access.Writes(Attempts.ENTITY),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Handler<Input, SessionAnswer> open(Ports ports) {
    var loggingIn = new LoggingIn(ports, new Passwords());
    return (input, caller) ->
        SessionAnswer.of(loggingIn.logIn(input.email(), input.password(), caller.address()));
  }
}
