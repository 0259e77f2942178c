package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.UserSession;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.port.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exchanges a refresh token for the next one and a new access token.
 *
 * <p>A token that was exchanged before is either a second tab, or an answer that got lost: within
 * ten seconds it leads to the same successor. Later it can only be a copy, and since we can't tell
 * whose, the whole session ends.
 */
public final class RefreshTokenRotation {
  // Long enough for an answer that was lost and is asked for again, too short for a stolen copy.
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** How often a session may be refreshed within the grace and still be followed. */
  // Each step is a read; without a bound a session refreshed by a loop would cost one for every
  // token.
  private static final int STEPS = 10;

  private final Ports ports;
  private final SessionIssuer sessions;

  /** Refreshing over these ports. */
  public RefreshTokenRotation(Ports ports) {
    this.ports = ports;
    sessions = new SessionIssuer(ports);
  }

  /**
   * Refreshes a session; role and workspace are as they are now.
   *
   * @throws dev.heddle.functions.spec.fault.Fault unauthenticated when the session ended, forbidden
   *     when the call is not from our own pages
   */
  public SessionCredentials refresh(CookieCall call) {
    RefreshToken presented =
        call.checked(ports.settings().publicUrl()).orElseThrow(CookieCall::signedOut);
    Instant now = ports.clock().instant();
    UserSession session =
        ports.of(Sessions.ENTITY).find(presented.session()).orElseThrow(CookieCall::signedOut);
    Instant expiresAt = earlier(now.plus(SessionIssuer.IDLE), session.endsAt());
    RefreshToken next = presented.next(sessions.keys());
    boolean current = presented.hash().equals(session.tokenHash());
    // A write on the condition that the token is still the current one: of two calls at once one
    // rotates, the other follows it to the successor both can derive.
    if (!current || !ports.of(Sessions.ENTITY).rotate(session, next.hash(), now, expiresAt)) {
      next = successor(presented, now);
    }
    return signedIn(session, next, Duration.between(now, expiresAt));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The token that is good now, reached from one that was exchanged a moment ago. */
  private RefreshToken successor(RefreshToken presented, Instant now) {
    UserSession session =
        ports.of(Sessions.ENTITY).find(presented.session()).orElseThrow(CookieCall::signedOut);
    RefreshToken token = presented;
    for (int i = 0; i < STEPS; i++) {
      if (token.hash().equals(session.tokenHash())) {
        return token;
      }
      requireRecent(token, now);
      token = token.next(sessions.keys());
    }
    throw CookieCall.signedOut();
  }

  private void requireRecent(RefreshToken token, Instant now) {
    Optional<Instant> replaced =
        ports.of(Sessions.ENTITY).replacedAt(token.session(), token.hash());
    if (replaced.isEmpty()) {
      throw CookieCall.signedOut();
    }
    if (replaced.get().plus(GRACE).isBefore(now)) {
      // Before the refusal is thrown: thief and owner both lose a session that has been copied.
      ports.of(Sessions.ENTITY).end(token.session());
      throw CookieCall.signedOut();
    }
  }

  private SessionCredentials signedIn(UserSession session, RefreshToken token, Duration life) {
    User user = ports.of(Users.ENTITY).find(session.user()).orElseThrow(CookieCall::signedOut);
    Workspace workspace =
        ports.of(Tenants.ENTITY).find(session.tenant()).orElseThrow(CookieCall::signedOut);
    Membership membership =
        ports
            .of(Tenants.ENTITY)
            .membership(session.tenant(), session.user())
            .orElseThrow(CookieCall::signedOut);
    return sessions.signedIn(user, workspace, membership, token, life);
  }
}
