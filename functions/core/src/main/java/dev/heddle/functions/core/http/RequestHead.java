package dev.heddle.functions.core.http;

import Heddle.BadConfig;
import dev.heddle.functions.core.internet.RequestHeaders;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The request's headers: those set, the body's type, and what signs in, which wins. */
final class RequestHead {
  private RequestHead() {}

  static Map<String, String> of(
      Map<String, JsonNode> set, RequestBody sent, RequestCredentials signIn) {
    Map<String, String> head = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    set.forEach(
        (name, value) ->
            PlainText.of("headers." + name, value).ifPresent(text -> head.put(name, text)));
    sent.type().ifPresent(type -> head.putIfAbsent("Content-Type", type));
    check("headers", head);
    check("auth", signIn.headers());
    signIn.headers().forEach(head::put);
    return head;
  }

  private static void check(String field, Map<String, String> headers) {
    RequestHeaders.problem(headers)
        .ifPresent(
            problem -> {
              throw new BadConfig(field + ": " + problem + ".");
            });
  }
}
