package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.UserSession;
import dev.heddle.functions.spec.port.Ports;
import java.util.Optional;

/** Ends sessions. */
public final class SessionLogout {
  private final Ports ports;

  /** Logging out over these ports. */
  public SessionLogout(Ports ports) {
    this.ports = ports;
  }

  /**
   * Ends the session of a token the session has or had; any other token changes nothing.
   *
   * @throws dev.heddle.functions.spec.fault.Fault forbidden when the call is not from our own pages
   */
  public void logOut(CookieCall call) {
    call.checked(ports.settings().publicUrl()).filter(this::isOfSession).ifPresent(this::end);
  }

  private boolean isOfSession(RefreshToken token) {
    Optional<UserSession> session = ports.of(Sessions.ENTITY).find(token.session());
    return session.isPresent()
        && (session.get().tokenHash().equals(token.hash())
            || ports.of(Sessions.ENTITY).replacedAt(token.session(), token.hash()).isPresent());
  }

  private void end(RefreshToken token) {
    ports.of(Sessions.ENTITY).end(token.session());
  }
}
