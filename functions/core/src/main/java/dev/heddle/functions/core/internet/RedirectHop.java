package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp.Failed;
import dev.heddle.functions.spec.port.OutboundHttp.Refused;
import dev.heddle.functions.spec.port.OutboundHttp.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One request on the way along redirects (RFC 9110, 15.4). */
record RedirectHop(String method, URI url, Map<String, String> headers, byte[] body) {

  static RedirectHop first(Request request) {
    return new RedirectHop(request.method(), request.url(), request.headers(), request.body());
  }

  static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** Where an answer with this status and location sends us. */
  RedirectHop next(int status, String location) {
    URI target = target(location);
    if (isHttps(url) && !isHttps(target)) {
      throw new Refused(url.getHost() + " redirects from https to http, which isn't allowed.");
    }
    boolean keeps = status >= 307 || method.equals("GET") || method.equals("HEAD");
    Map<String, String> onward = onward(target, keeps);
    return keeps
        ? new RedirectHop(method, target, onward, body)
        : new RedirectHop("GET", target, onward, new byte[0]);
  }

  private URI target(String location) {
    try {
      return url.resolve(new URI(location.strip().replace(" ", "%20")));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new Failed(url.getHost() + " redirects to an invalid URL.", false);
    }
  }

  private Map<String, String> onward(URI target, boolean keepsBody) {
    boolean home = PrivateUrl.sameOrigin(url, target);
    Map<String, String> onward = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          boolean ofBody = name.toLowerCase(Locale.ROOT).startsWith("content-");
          if ((home || RequestHeaders.mayTravel(name)) && (keepsBody || !ofBody)) {
            onward.put(name, value);
          }
        });
    return onward;
  }

  private static boolean isHttps(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }
}
