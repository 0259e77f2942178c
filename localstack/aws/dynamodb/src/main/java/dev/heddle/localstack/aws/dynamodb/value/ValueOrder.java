package dev.heddle.localstack.aws.dynamodb.value;

import java.util.OptionalInt;

/** The order of strings (by UTF-8 bytes), numbers and binary data; other types have none. */
public final class ValueOrder {
  private ValueOrder() {}

  /** How two values compare, if they are of one ordered type. */
  public static OptionalInt compare(AttributeValue left, AttributeValue right) {
    return switch (left) {
      case AttributeValue.S a when right instanceof AttributeValue.S b ->
          OptionalInt.of(compare(a.value(), b.value()));
      case AttributeValue.N a when right instanceof AttributeValue.N b ->
          OptionalInt.of(a.value().compareTo(b.value()));
      case AttributeValue.B a when right instanceof AttributeValue.B b ->
          OptionalInt.of(a.value().compareTo(b.value()));
      case AttributeValue ignored -> OptionalInt.empty();
    };
  }

  /** Strings by code point, which is the order of their UTF-8 bytes. */
  static int compare(String left, String right) {
    int end = Math.min(left.length(), right.length());
    for (int at = 0; at < end; at++) {
      char a = left.charAt(at);
      char b = right.charAt(at);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Surrogates stand for code points above all other characters. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
