package dev.heddle.functions.core.http;

import Heddle.BadConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The address that is called: the URL with the query added. */
final class RequestUrl {
  private RequestUrl() {}

  static URI of(String url, Map<String, JsonNode> query) {
    try {
      URI base = new URI(new URI(url.strip()).toASCIIString());
      String added = encoded("query", query);
      return added.isEmpty() ? base : with(base, added);
    } catch (URISyntaxException e) {
      throw new BadConfig("url isn't a valid URL: " + e.getReason() + ".");
    }
  }

  private static URI with(URI base, String added) throws URISyntaxException {
    String text = base.toString();
    int hash = text.indexOf('#');
    String plain = hash < 0 ? text : text.substring(0, hash);
    String query = base.getRawQuery();
    String sign = query == null ? "?" : query.isEmpty() || query.endsWith("&") ? "" : "&";
    return new URI(plain + sign + added);
  }

  /** Names and values as a query or a form writes them; a list repeats its name. */
  static String encoded(String field, Map<String, JsonNode> values) {
    return values.entrySet().stream()
        .flatMap(entry -> pairs(field, entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Stream<String> pairs(String field, String name, JsonNode value) {
    Stream<JsonNode> values = value.isArray() ? value.valueStream() : Stream.of(value);
    return values
        .flatMap(item -> PlainText.of(field + "." + name, item).stream())
        .map(text -> encoded(name) + "=" + encoded(text));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
