package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Unpacks what {@link EventWriter} packed. */
final class EventReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** How a batch begins in a folder that was made before events were packed. */
  private static final byte[] JSON = "[{\"id\":".getBytes(StandardCharsets.UTF_8);

  private final List<String> texts = new ArrayList<>();
  private final byte[] bytes;
  private int at;

  private EventReader(byte[] bytes) {
    this.bytes = bytes;
  }

  static List<HistoryEvent> unpack(byte[] bytes) {
    if (Arrays.mismatch(bytes, JSON) >= JSON.length) {
      return List.of(Json.mapper().readValue(bytes, HistoryEvent[].class));
    }
    EventReader reader = new EventReader(bytes);
    int count = (int) reader.number();
    List<HistoryEvent> events = new ArrayList<>(count);
    HistoryEvent before = EventTag.ORIGIN;
    for (int i = 0; i < count; i++) {
      before = reader.event(before);
      events.add(before);
    }
    return events;
  }

  private HistoryEvent event(HistoryEvent before) {
    long id = before.id() + number();
    long previous = id - number();
    long time = before.time() + number();
    int redrive = before.redrive() + (int) number();
    return new HistoryEvent(id, previous, time, text(), (ObjectNode) value(), redrive);
  }

  private JsonNode value() {
    byte tag = bytes[at++];
    return switch (tag) {
      case EventTag.NULL -> NODES.nullNode();
      case EventTag.FALSE -> NODES.booleanNode(false);
      case EventTag.TRUE -> NODES.booleanNode(true);
      case EventTag.TEXT -> NODES.stringNode(text());
      case EventTag.WHOLE -> whole(number());
      case EventTag.DECIMAL -> decimal(text());
      case EventTag.OBJECT -> object((int) number());
      case EventTag.ARRAY -> array((int) number());
      default -> throw new IllegalStateException("Packed events hold an unknown tag: " + tag);
    };
  }

  private static JsonNode whole(long value) {
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }

  private static JsonNode decimal(String text) {
    BigDecimal exact = new BigDecimal(text);
    return exact.scale() <= 0
        ? NODES.numberNode(exact.toBigIntegerExact())
        : NODES.numberNode(exact.doubleValue());
  }

  private ObjectNode object(int fields) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < fields; i++) {
      String name = text();
      object.set(name, value());
    }
    return object;
  }

  private ArrayNode array(int items) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < items; i++) {
      array.add(value());
    }
    return array;
  }

  private String text() {
    int known = (int) number();
    if (known > 0) {
      return texts.get(known - 1);
    }
    int length = (int) number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    texts.add(text);
    return text;
  }

  private long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return value >>> 1 ^ -(value & 1);
  }
}
