package dev.heddle.localstack.aws.stepfunctions.query.path;

import static dev.heddle.localstack.aws.stepfunctions.query.path.IntrinsicArguments.at;
import static dev.heddle.localstack.aws.stepfunctions.query.path.IntrinsicArguments.text;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The intrinsic functions on text and JSON. */
final class TextFunctions {
  private static final int LIMIT = 10_000;
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private TextFunctions() {}

  private static String bounded(List<JsonNode> arguments) {
    String text = text(arguments, 0, 1);
    if (text.length() > LIMIT) {
      throw new IllegalArgumentException("The text is longer than " + LIMIT + " characters");
    }
    return text;
  }

  static JsonNode encode(List<JsonNode> arguments) {
    byte[] plain = bounded(arguments).getBytes(StandardCharsets.UTF_8);
    return Json.string(Base64.getEncoder().encodeToString(plain));
  }

  static JsonNode decode(List<JsonNode> arguments) {
    byte[] plain = Base64.getDecoder().decode(bounded(arguments));
    return Json.string(new String(plain, StandardCharsets.UTF_8));
  }

  static JsonNode hash(List<JsonNode> arguments) {
    JsonNode data = at(arguments, 0, 2);
    String algorithm = text(arguments, 1, 2);
    String plain = data.isString() ? data.stringValue() : Json.text(data);
    if (!DIGESTS.contains(algorithm) || plain.length() > LIMIT) {
      throw new IllegalArgumentException("Hash takes one of " + DIGESTS + " and short data");
    }
    try {
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      return Json.string(
          HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks " + algorithm, e);
    }
  }

  /** Every character of the second argument is a delimiter; empty parts are dropped. */
  static JsonNode split(List<JsonNode> arguments) {
    ArrayNode parts = Json.array();
    var tokens = new StringTokenizer(text(arguments, 0, 2), text(arguments, 1, 2));
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    return parts;
  }

  static JsonNode uuid(List<JsonNode> arguments) {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException("The function takes no arguments");
    }
    return Json.string(UUID.randomUUID().toString());
  }

  static JsonNode parse(List<JsonNode> arguments) {
    String text = text(arguments, 0, 1);
    try {
      return text.isBlank() ? Json.nothing() : Json.parse(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The text is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  static JsonNode write(List<JsonNode> arguments) {
    return Json.string(Json.text(at(arguments, 0, 1)));
  }

  static JsonNode merge(List<JsonNode> arguments) {
    if (at(arguments, 2, 3).booleanValue()) {
      throw new IllegalArgumentException("Only the shallow merge is supported");
    }
    if (arguments.get(0) instanceof ObjectNode left
        && arguments.get(1) instanceof ObjectNode right) {
      ObjectNode merged = Json.object();
      left.properties().forEach(f -> merged.set(f.getKey(), f.getValue()));
      right.properties().forEach(f -> merged.set(f.getKey(), f.getValue()));
      return merged;
    }
    throw new IllegalArgumentException("JsonMerge takes two objects");
  }
}
