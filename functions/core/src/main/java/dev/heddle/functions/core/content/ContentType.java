package dev.heddle.functions.core.content;

import dev.heddle.functions.spec.shape.WireJson;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a body is to be read (RFC 9110, 8.3). JSON becomes what it says, text a string, no bytes
 * null, and bytes that are no text {@code {encoding: "base64", data}}, so that no one takes them
 * for it.
 */
public record ContentType(Kind kind, Charset charset) {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})");
  private static final Pattern TEXT =
      Pattern.compile(
          "text/.+|.+\\+xml|application/(?:xml|javascript|yaml|x-yaml|x-ndjson|jsonl|graphql|sql"
              + "|x-www-form-urlencoded)");

  /** What a body is. */
  public enum Kind {
    JSON,
    TEXT,
    BINARY,
    UNKNOWN
  }

  /** What a Content-Type header says; an empty one says nothing. */
  public static ContentType of(String header) {
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

  /** The body as text; bytes that are none as little marks. */
  public String text(byte[] body) {
    return new String(body, charset);
  }

  /**
   * The body as a JSON value.
   *
   * @throws tools.jackson.core.JacksonException when it claims to be JSON and is none
   */
  public JsonNode read(byte[] body) {
    if (body.length == 0) {
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (kind) {
      case JSON -> WireJson.MAPPER.readTree(body);
      case TEXT -> JsonNodeFactory.instance.stringNode(text(body));
      case BINARY -> binary(body);
      case UNKNOWN -> isUtf8(body) ? JsonNodeFactory.instance.stringNode(text(body)) : binary(body);
    };
  }

  private static boolean isUtf8(byte[] body) {
    return !new String(body, StandardCharsets.UTF_8).contains("\ufffd");
  }

  private static ObjectNode binary(byte[] body) {
    return WireJson.MAPPER
        .createObjectNode()
        .put("encoding", "base64")
        .put("data", Base64.getEncoder().encodeToString(body));
  }
}
