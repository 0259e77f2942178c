package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.AccessTokens;
import dev.heddle.functions.api.identity.SignedIn;
import dev.heddle.functions.spec.shape.As;
import dev.heddle.functions.spec.shape.As.Cookie;
import dev.heddle.functions.spec.shape.As.Header;

/**
 * A session as it is handed out.
 *
 * @param expiresIn how long the access token is good, in seconds
 */
public record SessionAnswer(
    String accessToken,
    long expiresIn,
    UserAnswer user,
    TenantAnswer tenant,
    @As(Header.SET_COOKIE) Cookie refresh) {

  static SessionAnswer of(SignedIn signedIn) {
    return new SessionAnswer(
        signedIn.accessToken(),
        AccessTokens.LIFE.toSeconds(),
        UserAnswer.of(signedIn.user()),
        TenantAnswer.of(signedIn.workspace(), signedIn.role()),
        RefreshCookie.holding(signedIn.refreshToken(), signedIn.refreshLife().toSeconds()));
  }

  /** The tokens stay out of logs. */
  @Override
  public String toString() {
    return "SessionAnswer[" + user.id() + "]";
  }
}
