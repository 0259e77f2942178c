package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a condition compares. */
public sealed interface ConditionOperand extends ConditionTerm {

  /** The value at a path. */
  record At(DocumentPath path) implements ConditionOperand {}

  /** The value of a placeholder. */
  record Literal(AttributeValue value) implements ConditionOperand {}

  /** The length of a text, the bytes of binary data, or the number of elements. */
  record Size(ConditionOperand of) implements ConditionOperand {}

  /** Its value for an item, or null where there is none. */
  default @Nullable AttributeValue in(DynamoDbItem item) {
    return switch (this) {
      case At(DocumentPath path) -> path.in(item);
      case Literal(AttributeValue value) -> value;
      case Size(ConditionOperand of) -> size(of.in(item));
    };
  }

  private static @Nullable AttributeValue size(@Nullable AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> number(s.value().length());
      case AttributeValue.B b -> number(b.value().length());
      case AttributeValue.L list -> number(list.values().size());
      case AttributeValue.M map -> number(map.values().size());
      case AttributeValue.Ss set -> number(set.values().size());
      case AttributeValue.Ns set -> number(set.values().size());
      case AttributeValue.Bs set -> number(set.values().size());
      case AttributeValue.N ignored -> null;
      case AttributeValue.Bool ignored -> null;
      case AttributeValue.Null ignored -> null;
      case null -> null;
    };
  }

  private static AttributeValue number(int size) {
    return new AttributeValue.N(new BigDecimal(size).stripTrailingZeros());
  }
}
