package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.Condition;
import dev.heddle.localstack.aws.dynamodb.expression.Condition.Comparator;
import dev.heddle.localstack.aws.dynamodb.expression.DocumentPath;
import dev.heddle.localstack.aws.dynamodb.expression.Operand;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.LinkedHashMap;
import java.util.Map;

/** The conditions of a key condition expression by attribute. */
final class KeyCondition {
  private static final String INVALID = "Invalid condition in KeyConditionExpression: ";

  private final Map<String, Test> tests = new LinkedHashMap<>();

  /** What one key attribute must satisfy. */
  sealed interface Test {}

  /** A comparison, never {@code <>}. */
  record Compared(Comparator comparator, AttributeValue value) implements Test {}

  /** A closed range. */
  record Ranged(AttributeValue low, AttributeValue high) implements Test {}

  /** A prefix. */
  record Prefixed(AttributeValue prefix) implements Test {}

  private KeyCondition() {}

  /** Takes a condition apart, refusing what cannot be asked of keys. */
  static Map<String, Test> of(Condition condition) {
    var keys = new KeyCondition();
    keys.collect(condition);
    return keys.tests;
  }

  private void collect(Condition condition) {
    switch (condition) {
      case Condition.And(Condition left, Condition right) -> {
        collect(left);
        collect(right);
      }
      case Condition.Compare compare -> compare(compare);
      case Condition.Between(Operand value, Operand low, Operand high) ->
          add(attribute(value, "BETWEEN"), new Ranged(literal(low), literal(high)));
      case Condition.BeginsWith(Operand value, Operand prefix) ->
          add(attribute(value, "begins_with"), new Prefixed(literal(prefix)));
      case Condition.Or ignored -> throw operator("OR");
      case Condition.Not ignored -> throw operator("NOT");
      case Condition.In ignored -> throw operator("IN");
      case Condition.Exists ignored -> throw operator("attribute_exists");
      case Condition.NotExists ignored -> throw operator("attribute_not_exists");
      case Condition.OfType ignored -> throw operator("attribute_type");
      case Condition.Contains ignored -> throw operator("contains");
    }
  }

  private void compare(Condition.Compare compare) {
    if (compare.comparator() == Comparator.NE) {
      throw operator("<>");
    }
    if (compare.left() instanceof Operand.Literal(AttributeValue value)) {
      add(attribute(compare.right(), ""), new Compared(mirrored(compare.comparator()), value));
    } else {
      AttributeValue value = literal(compare.right());
      add(attribute(compare.left(), ""), new Compared(compare.comparator(), value));
    }
  }

  private static Comparator mirrored(Comparator comparator) {
    return switch (comparator) {
      case LT -> Comparator.GT;
      case LE -> Comparator.GE;
      case GT -> Comparator.LT;
      case GE -> Comparator.LE;
      case EQ -> Comparator.EQ;
      case NE -> Comparator.NE;
    };
  }

  private void add(String attribute, Test test) {
    if (tests.put(attribute, test) != null) {
      throw Faults.validation("KeyConditionExpressions must only contain one condition per key");
    }
  }

  private static String attribute(Operand operand, String operator) {
    return switch (operand) {
      case Operand.At(DocumentPath path) when !path.nested() -> path.attribute();
      case Operand.At ignored ->
          throw Faults.validation(
              "KeyConditionExpressions cannot have conditions on nested attributes");
      case Operand.Size ignored -> throw nested();
      case Operand.Literal ignored when operator.isEmpty() ->
          throw Faults.validation(INVALID + "No key attribute specified");
      case Operand.Literal ignored ->
          throw Faults.validation(
              INVALID + operator + " operator must have the key attribute as its first operand");
    };
  }

  private static AttributeValue literal(Operand operand) {
    return switch (operand) {
      case Operand.Literal(AttributeValue value) -> value;
      case Operand.Size ignored -> throw nested();
      case Operand.At ignored ->
          throw Faults.validation(INVALID + "Multiple attribute names used in one condition");
    };
  }

  private static AwsFault nested() {
    return Faults.validation("KeyConditionExpressions cannot contain nested operations");
  }

  private static AwsFault operator(String operator) {
    return Faults.validation("Invalid operator used in KeyConditionExpression: " + operator);
  }
}
