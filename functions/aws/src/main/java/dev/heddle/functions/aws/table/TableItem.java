package dev.heddle.functions.aws.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** An item, read and written by attribute. Absent stands for null. */
public final class TableItem {
  /** When an item expires, in seconds since the epoch. */
  public static final String TTL = "ttl";

  /** What an item may hold, in bytes; DynamoDB takes 400 KB with names. */
  public static final int MOST = 390 * 1024;

  private final Map<String, AttributeValue> attributes;

  private TableItem(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  public static TableItem at(TableKey key) {
    return new TableItem(new HashMap<>(key.attributes()));
  }

  static TableItem of(Map<String, AttributeValue> attributes) {
    return new TableItem(attributes);
  }

  public TableItem set(String name, @Nullable Object value) {
    if (value != null) {
      attributes.put(name, AttributeValues.of(value));
    }
    return this;
  }

  public TableItem expiresAt(Instant at) {
    return set(TTL, at.getEpochSecond());
  }

  public TableKey key() {
    return new TableKey(text(TableKey.PARTITION), text(TableKey.SORT));
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  boolean isLive(Instant now) {
    return number(TTL).map(ttl -> ttl > now.getEpochSecond()).orElse(true);
  }

  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  public String text(String name) {
    return required(name).s();
  }

  public Optional<String> findText(String name) {
    return find(name).map(AttributeValue::s);
  }

  public List<String> texts(String name) {
    return find(name)
        .map(value -> value.l().stream().map(AttributeValue::s).toList())
        .orElse(List.of());
  }

  public Optional<Long> number(String name) {
    return find(name).map(value -> Long.parseLong(value.n()));
  }

  public long count(String name) {
    return number(name).orElse(0L);
  }

  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  public Optional<Instant> findInstant(String name) {
    return findText(name).map(Instant::parse);
  }

  public JsonNode json(String name) {
    return DocumentAttributes.read(required(name));
  }

  public Optional<JsonNode> findJson(String name) {
    return find(name).map(DocumentAttributes::read);
  }

  public TableItem without(String... names) {
    List.of(names).forEach(attributes::remove);
    return this;
  }

  /** What its texts and bytes take, in bytes. */
  public int size() {
    return attributes.values().stream().mapToInt(TableItem::size).sum();
  }

  private static int size(AttributeValue value) {
    if (value.b() != null) {
      return value.b().asByteArrayUnsafe().length;
    }
    return value.s() == null ? 0 : value.s().getBytes(StandardCharsets.UTF_8).length;
  }

  private Optional<AttributeValue> find(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  private AttributeValue required(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The item " + attributes.get(TableKey.PARTITION) + " has no " + name));
  }
}
