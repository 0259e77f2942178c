package dev.heddle.functions.core.identity;

import dev.heddle.functions.core.account.User;
import dev.heddle.functions.core.account.Workspace;
import dev.heddle.functions.core.caller.Role;
import java.time.Duration;

/**
 * What someone who signed in is handed.
 *
 * @param refreshToken for the cookie only
 * @param refreshLife how long the cookie is good
 */
public record SignedIn(
    String accessToken,
    User user,
    Workspace workspace,
    Role role,
    String refreshToken,
    Duration refreshLife) {

  /** The tokens stay out of logs. */
  @Override
  public String toString() {
    return "SignedIn[" + user + "]";
  }
}
