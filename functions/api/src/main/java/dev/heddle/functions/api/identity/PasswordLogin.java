package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.RateLimiter;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import java.util.Optional;

/** Signs people in by e-mail address and password. */
public final class PasswordLogin {
  private final Ports ports;
  private final PasswordHasher passwords;
  private final SessionIssuer sessions;
  private final AuthRateLimits limits;

  /** Logging in over these ports. */
  public PasswordLogin(Ports ports, PasswordHasher passwords) {
    this.ports = ports;
    this.passwords = passwords;
    sessions = new SessionIssuer(ports);
    limits = new AuthRateLimits(ports.of(RateLimiter.ENTITY));
  }

  /**
   * Signs in to the workspace the person has belonged to longest. That there is no such person and
   * that the password is wrong look the same, also to a stop-watch.
   *
   * @throws Fault unauthenticated, forbidden without a workspace, too-many
   */
  public SessionCredentials logIn(String email, String password, String address) {
    limits.logIn(email, address);
    Optional<User> found = ports.of(Users.ENTITY).byEmail(email);
    if (!passwords.matches(password, found.map(User::passwordHash))) {
      throw new Fault(new Problem.Unauthenticated("Incorrect email or password."));
    }
    limits.forgiveLogIn(email, address);
    User user = found.orElseThrow();
    Membership membership = first(user);
    Workspace workspace =
        ports.of(Tenants.ENTITY).find(membership.tenant()).orElseThrow(PasswordLogin::homeless);
    return sessions.open(user, workspace, membership);
  }

  private Membership first(User user) {
    return ports.of(Tenants.ENTITY).memberships(user.id()).stream()
        .findFirst()
        .orElseThrow(PasswordLogin::homeless);
  }

  private static Fault homeless() {
    return new Fault(
        new Problem.Forbidden("You aren't a member of any workspace. Ask for an invitation."));
  }
}
