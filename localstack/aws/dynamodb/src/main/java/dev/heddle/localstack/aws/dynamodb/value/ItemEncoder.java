package dev.heddle.localstack.aws.dynamodb.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/**
 * Items as compact bytes: a count, then name and value; a value is a tag and its content, lengths
 * and counts are variable-length integers. {@link ItemDecoder} reads them back.
 */
public final class ItemEncoder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

  /** What a value begins with; their order is the format on disk. */
  enum Tag {
    S,
    N,
    B,
    FALSE,
    TRUE,
    NULL,
    L,
    M,
    SS,
    NS,
    BS
  }

  private ItemEncoder() {}

  /** The bytes of an item. */
  public static byte[] of(DynamoDbItem item) {
    var writer = new ItemEncoder();
    writer.attributes(item.attributes());
    return writer.bytes.toByteArray();
  }

  private void attributes(Map<String, AttributeValue> attributes) {
    length(attributes.size());
    attributes.forEach(
        (name, value) -> {
          text(name);
          value(value);
        });
  }

  private void value(AttributeValue value) {
    switch (value) {
      case AttributeValue.S s -> tag(Tag.S).text(s.value());
      case AttributeValue.N n -> tag(Tag.N).block(DecimalEncoding.encode(n.value()));
      case AttributeValue.B b -> tag(Tag.B).block(b.value().array());
      case AttributeValue.Bool bool -> tag(bool.value() ? Tag.TRUE : Tag.FALSE);
      case AttributeValue.Null ignored -> tag(Tag.NULL);
      case AttributeValue.L list -> tag(Tag.L).count(list.values()).forEach(this::value);
      case AttributeValue.M map -> tag(Tag.M).attributes(map.values());
      case AttributeValue.Ss set -> tag(Tag.SS).count(set.values()).forEach(this::text);
      case AttributeValue.Ns set ->
          tag(Tag.NS).count(set.values()).forEach(n -> block(DecimalEncoding.encode(n)));
      case AttributeValue.Bs set -> tag(Tag.BS).count(set.values()).forEach(b -> block(b.array()));
    }
  }

  private ItemEncoder tag(Tag tag) {
    bytes.write(tag.ordinal());
    return this;
  }

  private <T> Collection<T> count(Collection<T> values) {
    length(values.size());
    return values;
  }

  private void text(String text) {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  private void block(byte[] block) {
    length(block.length);
    bytes.writeBytes(block);
  }

  private void length(int length) {
    int left = length;
    while (left >= 0x80) {
      bytes.write((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes.write(left);
  }
}
