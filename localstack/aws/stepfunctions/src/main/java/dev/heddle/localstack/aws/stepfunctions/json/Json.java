package dev.heddle.localstack.aws.stepfunctions.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON reader and writer of the engine; text is compact, as the service writes it. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** Reads a value; throws {@code JacksonException} when it is not JSON. */
  public static JsonNode parse(String text) {
    JsonNode node = MAPPER.readTree(text);
    return node.isMissingNode() ? NullNode.getInstance() : node;
  }

  /** Reads a value from UTF-8 text. */
  public static JsonNode parse(byte[] text) {
    return parse(new String(text, StandardCharsets.UTF_8));
  }

  /** Writes a value without spaces. */
  public static String text(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case BOOLEAN -> value.booleanValue() ? "true" : "false";
      case NUMBER ->
          value.isInt() || value.isLong() ? Long.toString(value.longValue()) : written(value);
      case ARRAY, OBJECT, STRING, BINARY, MISSING, POJO -> written(value);
    };
  }

  private static String written(JsonNode value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Writes a value without spaces, as UTF-8. */
  public static byte[] bytes(JsonNode value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** An empty object. */
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** A string value. */
  public static JsonNode string(String value) {
    return NODES.stringNode(value);
  }

  /** The null value. */
  public static JsonNode nothing() {
    return NullNode.getInstance();
  }

  /** The mapper, for records. */
  public static JsonMapper mapper() {
    return MAPPER;
  }
}
