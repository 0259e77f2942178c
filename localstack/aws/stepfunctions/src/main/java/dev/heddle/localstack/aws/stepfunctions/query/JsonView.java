package dev.heddle.localstack.aws.stepfunctions.query;

import com.dashjoin.jsonata.Jsonata;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON values as the maps, lists and numbers that JSONata walks; nothing is copied. */
final class JsonView {
  private JsonView() {}

  /** What was read from JSON, whose size is bounded already. */
  interface BoundedView {}

  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> new Fields((ObjectNode) node);
      case ARRAY -> new Items((ArrayNode) node);
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case BINARY, MISSING, NULL, POJO -> Jsonata.NULL_VALUE;
    };
  }

  /** Whole numbers as int or long, so that 1 and 1.0 are the same value. */
  private static Number number(JsonNode node) {
    if (node.isInt()) {
      return node.intValue();
    }
    double value = node.doubleValue();
    if (node.isLong() || value == Math.rint(value) && Math.abs(value) < 1e15) {
      long whole = node.isLong() ? node.longValue() : (long) value;
      if (whole == (int) whole) {
        return (int) whole;
      }
      return whole;
    }
    return value;
  }

  private static final class Items extends AbstractList<Object> implements BoundedView {
    private final ArrayNode array;

    Items(ArrayNode array) {
      this.array = array;
    }

    @Override
    public Object get(int index) {
      return JsonView.of(array.get(index));
    }

    @Override
    public int size() {
      return array.size();
    }
  }

  private static final class Fields extends AbstractMap<String, Object> implements BoundedView {
    private final ObjectNode object;

    Fields(ObjectNode object) {
      this.object = object;
    }

    @Override
    public @Nullable Object get(Object key) {
      JsonNode value = key instanceof String name ? object.get(name) : null;
      return value == null ? null : JsonView.of(value);
    }

    @Override
    public boolean containsKey(Object key) {
      return key instanceof String name && object.has(name);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
      return new Entries(object);
    }
  }

  private static final class Entries extends AbstractSet<Map.Entry<String, Object>> {
    private final ObjectNode object;

    Entries(ObjectNode object) {
      this.object = object;
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      return object.properties().stream()
          .map(field -> Map.entry(field.getKey(), JsonView.of(field.getValue())))
          .iterator();
    }

    @Override
    public int size() {
      return object.size();
    }
  }
}
