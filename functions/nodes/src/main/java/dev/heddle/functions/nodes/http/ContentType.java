package dev.heddle.functions.nodes.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a body is to be read, by what its Content-Type says (RFC 9110, 8.3). */
record ContentType(Kind kind, Charset charset) {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})");
  private static final Pattern TEXT =
      Pattern.compile(
          "text/.+|.+\\+xml|application/(?:xml|javascript|yaml|x-yaml|x-ndjson|jsonl|graphql|sql"
              + "|x-www-form-urlencoded)");

  /** What a body is. */
  enum Kind {
    JSON,
    TEXT,
    BINARY,
    UNKNOWN
  }

  static ContentType of(String header) {
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return new ContentType(kind(type), charset(header));
  }

  private static Kind kind(String type) {
    if (type.isEmpty()) {
      return Kind.UNKNOWN;
    }
    if (type.equals("application/json") || type.endsWith("+json")) {
      return Kind.JSON;
    }
    return TEXT.matcher(type).matches() ? Kind.TEXT : Kind.BINARY;
  }

  private static Charset charset(String header) {
    Matcher named = CHARSET.matcher(header);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
