package dev.heddle.localstack.aws.dynamodb.value;

import java.math.BigDecimal;
import java.util.Map;

/** Sizes in bytes as the service's documentation counts them. */
public final class ItemSizes {
  /** The largest item. */
  public static final int ITEM = 400 * 1_024;

  private static final int CONTAINER = 3;

  private ItemSizes() {}

  static int of(DynamoDbItem item) {
    return attributes(item.attributes(), 0);
  }

  /** The size of one value. */
  public static int of(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> utf8(s.value());
      case AttributeValue.N n -> number(n.value());
      case AttributeValue.B b -> b.value().length();
      case AttributeValue.Bool ignored -> 1;
      case AttributeValue.Null ignored -> 1;
      case AttributeValue.Ss set -> set.values().stream().mapToInt(ItemSizes::utf8).sum();
      case AttributeValue.Ns set -> set.values().stream().mapToInt(ItemSizes::number).sum();
      case AttributeValue.Bs set -> set.values().stream().mapToInt(BinaryValue::length).sum();
      case AttributeValue.L list ->
          CONTAINER + list.values().stream().mapToInt(element -> 1 + of(element)).sum();
      case AttributeValue.M map -> CONTAINER + attributes(map.values(), 1);
    };
  }

  /** The length of a text in UTF-8. */
  public static int utf8(String text) {
    int bytes = text.length();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 0x80) {
        // a surrogate is half of four bytes
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }

  private static int attributes(Map<String, AttributeValue> attributes, int each) {
    int size = 0;
    for (var attribute : attributes.entrySet()) {
      size += each + utf8(attribute.getKey()) + of(attribute.getValue());
    }
    return size;
  }

  private static int number(BigDecimal value) {
    int pairs = (value.precision() + 1) / 2;
    return 1 + pairs + (value.signum() < 0 ? 1 : 0);
  }
}
