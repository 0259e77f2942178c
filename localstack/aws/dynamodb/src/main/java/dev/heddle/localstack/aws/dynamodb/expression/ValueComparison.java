package dev.heddle.localstack.aws.dynamodb.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression.Comparator;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.BinaryValue;
import dev.heddle.localstack.aws.dynamodb.value.ValueOrder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How values compare; null is a missing value, which equals nothing and differs from all. */
final class ValueComparison {
  /** Up to this length of what is looked for, the plain search is fast whatever the text. */
  private static final int SHORT = 256;

  private ValueComparison() {}

  static boolean holds(
      @Nullable AttributeValue left, Comparator comparator, @Nullable AttributeValue right) {
    return switch (comparator) {
      case EQ -> left != null && left.equals(right);
      case NE -> left == null || !left.equals(right);
      case LT, LE, GT, GE ->
          left != null && right != null && ordered(ValueOrder.compare(left, right), comparator);
    };
  }

  private static boolean ordered(OptionalInt order, Comparator comparator) {
    if (order.isEmpty()) {
      return false;
    }
    int sign = order.getAsInt();
    return switch (comparator) {
      case LT -> sign < 0;
      case LE -> sign <= 0;
      case GT -> sign > 0;
      case GE -> sign >= 0;
      case EQ -> sign == 0;
      case NE -> sign != 0;
    };
  }

  static boolean ofType(@Nullable AttributeValue value, String type) {
    return value != null && value.type().equals(type);
  }

  static boolean beginsWith(@Nullable AttributeValue value, @Nullable AttributeValue prefix) {
    return switch (value) {
      case AttributeValue.S s when prefix instanceof AttributeValue.S p ->
          s.value().startsWith(p.value());
      case AttributeValue.B b when prefix instanceof AttributeValue.B p ->
          b.value().startsWith(p.value());
      case null -> false;
      case AttributeValue ignored -> false;
    };
  }

  private static boolean contains(String text, String part) {
    return part.length() <= SHORT
        ? text.contains(part)
        : new BinaryValue(text.getBytes(UTF_8)).contains(new BinaryValue(part.getBytes(UTF_8)));
  }

  static boolean contains(@Nullable AttributeValue value, @Nullable AttributeValue part) {
    return switch (value) {
      case AttributeValue.S s when part instanceof AttributeValue.S p ->
          contains(s.value(), p.value());
      case AttributeValue.B b when part instanceof AttributeValue.B p ->
          b.value().contains(p.value());
      case AttributeValue.Ss set when part instanceof AttributeValue.S p ->
          set.values().contains(p.value());
      case AttributeValue.Ns set when part instanceof AttributeValue.N p ->
          set.values().contains(p.value());
      case AttributeValue.Bs set when part instanceof AttributeValue.B p ->
          set.values().contains(p.value());
      case AttributeValue.L list -> part != null && list.values().contains(part);
      case null -> false;
      case AttributeValue ignored -> false;
    };
  }
}
