package dev.heddle.localstack.aws.dynamodb.value;

import dev.heddle.localstack.aws.dynamodb.value.ItemEncoder.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads what {@link ItemEncoder} wrote. */
public final class ItemDecoder {
  private static final Tag[] TAGS = Tag.values();

  private final byte[] bytes;
  private int at;

  private ItemDecoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The item in the bytes. */
  public static DynamoDbItem item(byte[] bytes) {
    return new DynamoDbItem(new ItemDecoder(bytes).attributes());
  }

  private Map<String, AttributeValue> attributes() {
    int count = length();
    Map<String, AttributeValue> attributes = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      attributes.put(text(), value());
    }
    return attributes;
  }

  private AttributeValue value() {
    return switch (TAGS[bytes[at++]]) {
      case S -> new AttributeValue.S(text());
      case N -> new AttributeValue.N(number());
      case B -> new AttributeValue.B(binary());
      case FALSE -> new AttributeValue.Bool(false);
      case TRUE -> new AttributeValue.Bool(true);
      case NULL -> new AttributeValue.Null();
      case L -> new AttributeValue.L(list());
      case M -> new AttributeValue.M(attributes());
      case SS -> new AttributeValue.Ss(set(this::text));
      case NS -> new AttributeValue.Ns(set(this::number));
      case BS -> new AttributeValue.Bs(set(this::binary));
    };
  }

  private List<AttributeValue> list() {
    int count = length();
    List<AttributeValue> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(value());
    }
    return values;
  }

  private <T extends Comparable<T>> Set<T> set(Supplier<T> read) {
    int count = length();
    Set<T> values = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      values.add(read.get());
    }
    return values;
  }

  private BigDecimal number() {
    return DecimalEncoding.decode(block());
  }

  private BinaryValue binary() {
    return new BinaryValue(block());
  }

  private String text() {
    int length = length();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  private byte[] block() {
    int length = length();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private int length() {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      int part = bytes[at++];
      length |= (part & 0x7F) << shift;
      if (part >= 0) {
        return length;
      }
    }
  }
}
