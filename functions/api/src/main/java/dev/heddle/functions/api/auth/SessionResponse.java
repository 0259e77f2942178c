package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.AccessTokens;
import dev.heddle.functions.api.identity.SessionCredentials;
import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.AsHeader.Cookie;
import dev.heddle.functions.spec.shape.AsHeader.Header;

/**
 * A session as it is handed out.
 *
 * @param expiresIn how long the access token is good, in seconds
 */
public record SessionResponse(
    String accessToken,
    long expiresIn,
    UserProfile user,
    TenantDetails tenant,
    @AsHeader(Header.SET_COOKIE) Cookie refresh) {

  static SessionResponse of(SessionCredentials signedIn) {
    return new SessionResponse(
        signedIn.accessToken(),
        AccessTokens.LIFE.toSeconds(),
        UserProfile.of(signedIn.user()),
        TenantDetails.of(signedIn.workspace(), signedIn.role()),
        RefreshCookie.holding(signedIn.refreshToken(), signedIn.refreshLife().toSeconds()));
  }

  /** The tokens stay out of logs. */
  @Override
  public String toString() {
    return "SessionResponse[" + user.id() + "]";
  }
}
