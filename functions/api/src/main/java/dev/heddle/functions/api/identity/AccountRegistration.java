package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.RateLimiter;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import java.time.Instant;

/** Makes a person and a workspace, and signs the person in. */
public final class AccountRegistration {
  private static final int SLUGS_TRIED = 5;

  private final Ports ports;
  private final PasswordHasher passwords;
  private final SessionIssuer sessions;
  private final AuthRateLimits limits;

  /** Signing up over these ports. */
  public AccountRegistration(Ports ports, PasswordHasher passwords) {
    this.ports = ports;
    this.passwords = passwords;
    sessions = new SessionIssuer(ports);
    limits = new AuthRateLimits(ports.of(RateLimiter.ENTITY));
  }

  /**
   * Signs up.
   *
   * @throws Fault invalid, conflict when the address is taken, too-many
   */
  public SessionCredentials signUp(
      String email, String password, String name, String workspace, String address) {
    PasswordRules.objection(password, email, name)
        .ifPresent(
            objection -> {
              throw Fault.invalid("password", objection);
            });
    limits.signUp(address);
    Instant now = ports.clock().instant();
    User user =
        new User(
            ports.ids().next("usr"), email.strip(), name.strip(), passwords.hash(password), now);
    Workspace created = registered(user, workspace.strip(), now);
    return sessions.open(
        user, created, new Membership(user.id(), created.tenant(), Role.OWNER, now));
  }

  /** A slug that is taken gets something random at its end. */
  private Workspace registered(User user, String name, Instant now) {
    Tenant tenant = new Tenant(ports.ids().next("ten"));
    String slug = WorkspaceSlugs.of(name);
    for (int i = 0; i < SLUGS_TRIED; i++) {
      Workspace workspace = new Workspace(tenant, slug, name, now);
      Users.RegistrationResult outcome = ports.of(Users.ENTITY).register(user, workspace);
      switch (outcome) {
        case DONE -> {
          return workspace;
        }
        case EMAIL_TAKEN ->
            throw new Fault(
                new Problem.Conflict("An account with this email already exists. Log in instead."));
        case SLUG_TAKEN -> slug = WorkspaceSlugs.another(name, ports.ids());
      }
    }
    throw new Fault(new Problem.Unavailable("This workspace name is taken. Try again.", 1));
  }
}
