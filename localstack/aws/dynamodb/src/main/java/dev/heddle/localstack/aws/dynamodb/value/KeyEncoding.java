package dev.heddle.localstack.aws.dynamodb.value;

import java.nio.charset.StandardCharsets;

/** Key values as bytes whose unsigned order is the service's order of keys. */
public final class KeyEncoding {
  private KeyEncoding() {}

  /** The bytes of a string, number or binary value. */
  public static byte[] of(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> s.value().getBytes(StandardCharsets.UTF_8);
      case AttributeValue.N n -> DecimalEncoding.encode(n.value());
      case AttributeValue.B b -> b.value().array();
      case AttributeValue other ->
          throw new IllegalArgumentException("A key is never of type " + other.type());
    };
  }
}
