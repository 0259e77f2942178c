package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.Passwords;
import dev.heddle.functions.api.identity.SigningUp;
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

/** Makes a person and their workspace, and signs the person in. */
public final class SignUp implements Route<SignUp.Input, SessionAnswer> {

  /** Who signs up, and what their workspace is called. */
  public record Input(
      @Form(title = "E-mail", format = Format.EMAIL, max = 254) String email,
      @Form(format = Format.SECRET, min = 10, max = 1_000) String password,
      @Form(min = 1, max = 100, pattern = "(?s).*\\S.*") String name,
      @Form(min = 1, max = 100, pattern = "(?s).*\\S.*") String workspace) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
      return "SignUp";
    }
  }

  @Override
  public RouteSpec<Input, SessionAnswer> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/auth/signup", Input.class, SessionAnswer.class)
        .summary("Sign up")
        .audience(Audience.ANYONE)
        .status(201)
        .access(
            new Access.Writes(Users.ENTITY),
            new Access.Writes(Tenants.ENTITY),
            new Access.Writes(Sessions.ENTITY),
            new Access.Writes(Attempts.ENTITY),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Handler<Input, SessionAnswer> open(Ports ports) {
    var signingUp = new SigningUp(ports, new Passwords());
    return (input, caller) ->
        SessionAnswer.of(
            signingUp.signUp(
                input.email(),
                input.password(),
                input.name(),
                input.workspace(),
                caller.address()));
  }
}
