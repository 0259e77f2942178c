package dev.heddle.localstack.aws.stepfunctions.query.path;

import com.jayway.jsonpath.spi.json.JsonProvider;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets JSONPath walk the engine's own JSON values. */
final class JsonNodeProvider implements JsonProvider {

  @Override
  public Object parse(String json) {
    return Json.parse(json);
  }

  @Override
  public Object parse(InputStream json, String charset) {
    throw new UnsupportedOperationException("Values are parsed before they get here");
  }

  @Override
  public String toJson(Object value) {
    return Json.text((JsonNode) value);
  }

  @Override
  public Object createArray() {
    return Json.array();
  }

  @Override
  public Object createMap() {
    return Json.object();
  }

  @Override
  public boolean isArray(Object value) {
    return value instanceof ArrayNode || value instanceof List;
  }

  @Override
  public boolean isMap(Object value) {
    return value instanceof ObjectNode;
  }

  @Override
  public int length(Object value) {
    return switch (value) {
      case JsonNode node when node.isString() -> node.stringValue().length();
      case JsonNode node -> node.size();
      default -> 0;
    };
  }

  @Override
  public Iterable<?> toIterable(Object value) {
    List<Object> items = new ArrayList<>();
    ((JsonNode) value).forEach(item -> items.add(unwrapped(item)));
    return items;
  }

  @Override
  public Collection<String> getPropertyKeys(Object value) {
    return ((ObjectNode) value).propertyNames();
  }

  @Override
  public Object getArrayIndex(Object array, int index) {
    JsonNode item = ((ArrayNode) array).get(index);
    if (item == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return item;
  }

  @Override
  @Deprecated
  public Object getArrayIndex(Object array, int index, boolean unwrap) {
    return getArrayIndex(array, index);
  }

  @Override
  public void setArrayIndex(Object array, int index, Object value) {
    ArrayNode items = (ArrayNode) array;
    if (index == items.size()) {
      items.add(node(value));
    } else {
      items.set(index, node(value));
    }
  }

  @Override
  public Object getMapValue(Object map, String key) {
    JsonNode value = ((ObjectNode) map).get(key);
    return value == null ? UNDEFINED : value;
  }

  @Override
  public void setProperty(Object map, Object key, Object value) {
    ((ObjectNode) map).set(key.toString(), node(value));
  }

  @Override
  public void removeProperty(Object map, Object key) {
    throw new UnsupportedOperationException("Paths only read");
  }

  @Override
  public @Nullable Object unwrap(@Nullable Object value) {
    return value instanceof JsonNode node ? unwrapped(node) : value;
  }

  /** What filters compare: plain values for scalars, nodes for the rest. */
  private static @Nullable Object unwrapped(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.numberValue();
      case NULL, MISSING -> null;
      case ARRAY, OBJECT, BINARY, POJO -> node;
    };
  }

  /** A value that came out of an evaluation. */
  static JsonNode node(@Nullable Object value) {
    return value instanceof JsonNode node ? node : Json.mapper().valueToTree(value);
  }
}
