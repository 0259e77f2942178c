package dev.heddle.functions.core.internet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which request headers a caller may set, and which go along to another host. */
public final class RequestHeaders {
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

  /** What is wrong with the first header that would change the request's frame; never its value. */
  public static Optional<String> problem(Map<String, String> headers) {
    return headers.entrySet().stream()
        .flatMap(header -> problem(header.getKey(), header.getValue()).stream())
        .findFirst();
  }

  private static Optional<String> problem(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("“" + printable(name) + "” isn't a valid header name");
    }
    if (isOurs(name.toLowerCase(Locale.ROOT))) {
      return Optional.of("the header " + name + " is set automatically");
    }
    return VALUE.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(
            "the header "
                + name
                + " is longer than 8,000 characters or contains invalid characters");
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
