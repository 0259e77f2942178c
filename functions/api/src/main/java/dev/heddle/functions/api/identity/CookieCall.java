package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that is authorised by its cookie alone, held against forgery by other sites: it must carry
 * a header that a foreign page can't set, and name no foreign origin. The cookie's SameSite=Strict
 * is the third lock.
 */
public record CookieCall(@Nullable String token, @Nullable String csrf, @Nullable String origin) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The token, once the call is found to come from our own pages; empty if it has none. */
  Optional<RefreshToken> checked(String publicUrl) {
    if (csrf == null || csrf.isEmpty()) {
      throw new Fault(new Problem.Forbidden("Send the header X-Heddle-Csrf: 1."));
    }
    if (origin != null && !isOurs(origin, publicUrl)) {
      throw new Fault(new Problem.Forbidden("This request must come from Heddle's own pages."));
    }
    return Optional.ofNullable(token).flatMap(RefreshToken::parse);
  }

  /** On a laptop any loopback origin is ours: the editor's own server has another port. */
  private static boolean isOurs(String origin, String publicUrl) {
    try {
      URI ours = new URI(publicUrl);
      URI theirs = new URI(origin);
      return same(ours, theirs) || (isLoopback(ours) && isLoopback(theirs));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean same(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && Objects.equals(one.getAuthority(), other.getAuthority());
  }

  private static boolean isLoopback(URI uri) {
    return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
  }

  static Fault signedOut() {
    return new Fault(new Problem.Unauthenticated("Your session has expired. Log in again."));
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "CookieCall[" + origin + "]";
  }
}
