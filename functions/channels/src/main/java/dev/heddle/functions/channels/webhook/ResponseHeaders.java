package dev.heddle.functions.channels.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The headers a workflow may answer with. Nothing that speaks for the whole host: no cookies, no
 * policies of ours. And since anyone may draw a page here, browsers are told to keep it apart from
 * the editor, which may be on the same origin.
 */
final class ResponseHeaders {
  private static final int MOST = 50;
  private static final Pattern OWN = Pattern.compile("x-[a-z0-9-]{1,80}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]{0,4000}");

  private static final Set<String> KNOWN =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-language",
          "content-type",
          "etag",
          "expires",
          "last-modified",
          "link",
          "location",
          "retry-after",
          "vary",
          "www-authenticate");

  private static final Set<String> OURS =
      Set.of(
          "x-content-type-options",
          "x-correlation-id",
          "x-frame-options",
          "x-permitted-cross-domain-policies",
          "x-xss-protection");

  private ResponseHeaders() {}

  static Map<String, String> safe(JsonNode requested) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("cache-control", "no-store");
    requested.properties().stream()
        .limit(MOST)
        .forEach(
            header -> {
              String name = header.getKey().toLowerCase(Locale.ROOT);
              String value = header.getValue().asString("");
              if (isSafe(name) && VALUE.matcher(value).matches()) {
                headers.put(name, value);
              }
            });
    headers.put("content-security-policy", "sandbox");
    headers.put("x-content-type-options", "nosniff");
    return headers;
  }

  private static boolean isSafe(String name) {
    boolean own = OWN.matcher(name).matches() && !OURS.contains(name) && !name.startsWith("x-amz");
    return KNOWN.contains(name) || own;
  }
}
