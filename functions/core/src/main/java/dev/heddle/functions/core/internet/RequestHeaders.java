package dev.heddle.functions.core.internet;

import dev.heddle.functions.core.port.Internet.Refused;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which request headers a caller may set, and which go along to another host. */
final class RequestHeaders {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]{0,8000}");

  /** What the connection itself says. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "keep-alive",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "http2-settings");

  /** What says nothing of the caller. */
  private static final Set<String> IMPERSONAL =
      Set.of("accept", "accept-encoding", "accept-language", "content-type", "user-agent");

  private RequestHeaders() {}

  /** Refuses names and values that would change the request's frame. */
  static void check(Map<String, String> headers) {
    headers.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches() || isOurs(name.toLowerCase(Locale.ROOT))) {
            throw new Refused("A header of this name may not be set: " + printable(name));
          }
          if (!VALUE.matcher(value).matches()) {
            throw new Refused(
                "The header " + name + " holds line breaks or other signs no header may have.");
          }
        });
  }

  private static boolean isOurs(String name) {
    return OURS.contains(name) || name.startsWith("proxy-");
  }

  private static String printable(String name) {
    return name.substring(0, Math.min(name.length(), 100)).replaceAll("[^\\x20-\\x7e]", "?");
  }

  /** Whether a header may follow a redirect to another host. */
  static boolean mayTravel(String name) {
    return IMPERSONAL.contains(name.toLowerCase(Locale.ROOT));
  }
}
