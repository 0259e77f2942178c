package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.AccessTokens;
import dev.heddle.functions.api.identity.SessionCredentials;
import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.AsHeader.Cookie;
import dev.heddle.functions.spec.shape.AsHeader.Header;
import dev.heddle.functions.spec.shape.Example;

/**
 * A session as it is handed out.
 *
 * @param expiresIn how long the access token is good, in seconds
 */
public record SessionResponse(
    @Example("eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ1c3JfMiJ9.c2ln")
        String accessToken,
    @Example("600") long expiresIn,
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
