package dev.heddle.functions.core.internet;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one private address that may be called: this scheme, host, port and path prefix. */
final class PrivateUrl {
  /** What would let a server read another path than the one that was checked. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("/\\.{1,2}(?:[/;]|$)|//|\\\\|%2[eEfF]|%5[cC]");

  private final @Nullable URI allowed;

  PrivateUrl(String url) {
    allowed = url.isEmpty() ? null : URI.create(url);
  }

  boolean covers(URI url) {
    return allowed != null && sameOrigin(allowed, url) && below(allowed.getRawPath(), url);
  }

  private static boolean below(String prefix, URI url) {
    String path = url.getRawPath();
    if (url.getRawUserInfo() != null || AMBIGUOUS.matcher(path).find()) {
      return false;
    }
    String folder = prefix.endsWith("/") ? prefix : prefix + "/";
    return path.equals(prefix) || path.startsWith(folder);
  }

  /** Whether two addresses have scheme, host and port in common. */
  static boolean sameOrigin(URI one, URI other) {
    return origin(one).equals(origin(other));
  }

  private static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    return scheme + "://" + host + ":" + port(scheme, url.getPort());
  }

  private static int port(String scheme, int port) {
    return port >= 0 ? port : scheme.equals("https") ? 443 : 80;
  }
}
