package dev.heddle.localstack.aws.services;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path with named segments, such as {@code /schedules/{Name}}; a final slash doesn't count. */
public final class UriPattern {
  private final String[] segments;

  /** A template by its text. */
  public UriPattern(String text) {
    segments = split(text);
  }

  /** The named segments, percent-decoded, if the path has this form. */
  public Optional<Map<String, String>> match(String path) {
    String[] actual = split(path);
    if (actual.length != segments.length) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < segments.length; i++) {
      if (isName(segments[i]) && !actual[i].isEmpty()) {
        named.put(
            segments[i].substring(1, segments[i].length() - 1), PercentEncoding.decode(actual[i]));
      } else if (!segments[i].equals(actual[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  private static boolean isName(String segment) {
    return segment.startsWith("{");
  }

  private static String[] split(String path) {
    String trimmed =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.split("/", -1);
  }
}
