package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.AccountRegistration;
import dev.heddle.functions.api.identity.PasswordHasher;
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

/** Makes a person and their workspace, and signs the person in. */
public final class SignUp implements Route<SignUp.Input, SessionResponse> {

  /** Who signs up, and what their workspace is called. */
  public record Input(
      @Example("ada@example.com") @FormField(title = "Email", format = Format.EMAIL, max = 254)
          String email,
      @Example("a loom of one’s own") @FormField(format = Format.SECRET, min = 10, max = 1_000)
          String password,
      @Example("Ada Lovelace") @FormField(min = 1, max = 100, pattern = "[\\s\\S]*\\S[\\s\\S]*")
          String name,
      @Example("Analytical Engines")
          @FormField(min = 1, max = 100, pattern = "[\\s\\S]*\\S[\\s\\S]*")
          String workspace) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
      return "SignUp";
    }
  }

  @Override
  public RouteSpec<Input, SessionResponse> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/auth/signup", Input.class, SessionResponse.class)
        .summary("Sign up")
        .audience(RouteAudience.ANYONE)
        .status(201)
        .faults(Problem.Conflict.class, Problem.TooMany.class)
        .access(
            new Access.Writes(Users.ENTITY),
            new Access.Writes(Tenants.ENTITY),
            new Access.Writes(Sessions.ENTITY),
            new Access.Writes(RateLimiter.ENTITY),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public Handler<Input, SessionResponse> open(Ports ports) {
    var accountRegistration = new AccountRegistration(ports, new PasswordHasher());
    return (input, caller) ->
        SessionResponse.of(
            accountRegistration.signUp(
                input.email(),
                input.password(),
                input.name(),
                input.workspace(),
                caller.address()));
  }
}
