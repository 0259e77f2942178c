package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.UserSession;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.port.Ports;
import java.time.Duration;
import java.time.Instant;

/** Opens sessions and hands out what belongs to one. */
final class SessionIssuer {
  /** A session nobody refreshes ends after this. */
  static final Duration IDLE = Duration.ofDays(30);

  /** Every session ends after this. */
  private static final Duration LONGEST = Duration.ofDays(180);

  private final Ports ports;
  private final SigningKeys keys;
  private final AccessTokens accessTokens;

  SessionIssuer(Ports ports) {
    this.ports = ports;
    keys = new SigningKeys(ports.platformSecrets());
    accessTokens = new AccessTokens(keys, ports.settings().publicUrl(), ports.clock());
  }

  SigningKeys keys() {
    return keys;
  }

  SessionCredentials open(User user, Workspace workspace, Membership membership) {
    Instant now = ports.clock().instant();
    RefreshToken token = RefreshToken.first(ports.ids().next("ses"));
    ports
        .of(Sessions.ENTITY)
        .open(
            new UserSession(
                token.session(),
                user.id(),
                workspace.tenant(),
                token.hash(),
                now,
                now.plus(LONGEST),
                now.plus(IDLE)));
    return signedIn(user, workspace, membership, token, IDLE);
  }

  SessionCredentials signedIn(
      User user, Workspace workspace, Membership membership, RefreshToken token, Duration life) {
    TokenClaims claims =
        new TokenClaims(user.id(), workspace.tenant(), membership.role(), token.session());
    return new SessionCredentials(
        accessTokens.issue(claims), user, workspace, membership.role(), token.encoded(), life);
  }
}
