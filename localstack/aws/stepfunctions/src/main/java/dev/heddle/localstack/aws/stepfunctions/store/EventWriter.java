package dev.heddle.localstack.aws.stepfunctions.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Packs the events of a turn. Numbers are stored as what they add to the event before, in as few
 * bytes as they need, and each text once: in most histories one state's output is the next one's
 * input, and names come again and again.
 */
final class EventWriter {
  private final Map<String, Integer> texts = new HashMap<>();
  private byte[] bytes = new byte[512];
  private int size;

  private EventWriter() {}

  static byte[] pack(List<HistoryEvent> events) {
    EventWriter writer = new EventWriter();
    writer.number(events.size());
    HistoryEvent before = EventTag.ORIGIN;
    for (HistoryEvent event : events) {
      writer.event(event, before);
      before = event;
    }
    return Arrays.copyOf(writer.bytes, writer.size);
  }

  private void event(HistoryEvent event, HistoryEvent before) {
    number(event.id() - before.id());
    number(event.id() - event.previous());
    number(event.time() - before.time());
    number(event.redrive() - before.redrive());
    text(event.type());
    value(event.details());
  }

  private void value(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        head(EventTag.OBJECT, node.size());
        for (var field : node.properties()) {
          text(field.getKey());
          value(field.getValue());
        }
      }
      case ARRAY -> {
        head(EventTag.ARRAY, node.size());
        node.forEach(this::value);
      }
      case STRING -> {
        put(EventTag.TEXT);
        text(node.stringValue());
      }
      case NUMBER -> numeric(node);
      case BOOLEAN -> put(node.booleanValue() ? EventTag.TRUE : EventTag.FALSE);
      case NULL, MISSING, BINARY, POJO -> put(EventTag.NULL);
    }
  }

  private void numeric(JsonNode node) {
    if (node.isInt() || node.isLong()) {
      head(EventTag.WHOLE, node.longValue());
    } else {
      put(EventTag.DECIMAL);
      text(node.asString());
    }
  }

  private void head(byte tag, long number) {
    put(tag);
    number(number);
  }

  /** A text that came before is the number it then got; 0 announces a new one. */
  private void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size() + 1);
    if (known != null) {
      number(known);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(0);
    number(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  /** Seven bits a byte, the sign in the lowest. */
  private void number(long value) {
    long left = value << 1 ^ value >> 63;
    while ((left & ~0x7fL) != 0) {
      put((byte) (left | 0x80));
      left >>>= 7;
    }
    put((byte) left);
  }

  private void put(byte value) {
    room(1);
    bytes[size++] = value;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
