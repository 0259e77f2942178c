package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Role;
import java.time.Duration;

/**
 * What someone who signed in is handed.
 *
 * @param refreshToken for the cookie only
 * @param refreshLife how long the cookie is good
 */
public record SessionCredentials(
    String accessToken,
    User user,
    Workspace workspace,
    Role role,
    String refreshToken,
    Duration refreshLife) {

  /** The tokens stay out of logs. */
  @Override
  public String toString() {
    return "SessionCredentials[" + user + "]";
  }
}
