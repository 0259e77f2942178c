package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression;
import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression.Comparator;
import dev.heddle.localstack.aws.dynamodb.expression.ConditionOperand;
import dev.heddle.localstack.aws.dynamodb.expression.DocumentPath;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
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
  record Comparison(Comparator comparator, AttributeValue value) implements Test {}

  /** A closed range. */
  record Range(AttributeValue low, AttributeValue high) implements Test {}

  /** A prefix. */
  record Prefix(AttributeValue prefix) implements Test {}

  private KeyCondition() {}

  /** Takes a condition apart, refusing what cannot be asked of keys. */
  static Map<String, Test> of(ConditionExpression condition) {
    var keys = new KeyCondition();
    keys.collect(condition);
    return keys.tests;
  }

  private void collect(ConditionExpression condition) {
    switch (condition) {
      case ConditionExpression.And(ConditionExpression left, ConditionExpression right) -> {
        collect(left);
        collect(right);
      }
      case ConditionExpression.Compare compare -> compare(compare);
      case ConditionExpression.Between(
              ConditionOperand value,
              ConditionOperand low,
              ConditionOperand high) ->
          add(attribute(value, "BETWEEN"), new Range(literal(low), literal(high)));
      case ConditionExpression.BeginsWith(ConditionOperand value, ConditionOperand prefix) ->
          add(attribute(value, "begins_with"), new Prefix(literal(prefix)));
      case ConditionExpression.Or ignored -> throw operator("OR");
      case ConditionExpression.Not ignored -> throw operator("NOT");
      case ConditionExpression.In ignored -> throw operator("IN");
      case ConditionExpression.Exists ignored -> throw operator("attribute_exists");
      case ConditionExpression.NotExists ignored -> throw operator("attribute_not_exists");
      case ConditionExpression.OfType ignored -> throw operator("attribute_type");
      case ConditionExpression.Contains ignored -> throw operator("contains");
    }
  }

  private void compare(ConditionExpression.Compare compare) {
    if (compare.comparator() == Comparator.NE) {
      throw operator("<>");
    }
    if (compare.left() instanceof ConditionOperand.Literal(AttributeValue value)) {
      add(attribute(compare.right(), ""), new Comparison(mirrored(compare.comparator()), value));
    } else {
      AttributeValue value = literal(compare.right());
      add(attribute(compare.left(), ""), new Comparison(compare.comparator(), value));
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
      throw DynamoDbFaults.validation(
          "KeyConditionExpressions must only contain one condition per key");
    }
  }

  private static String attribute(ConditionOperand operand, String operator) {
    return switch (operand) {
      case ConditionOperand.At(DocumentPath path) when !path.nested() -> path.attribute();
      case ConditionOperand.At ignored ->
          throw DynamoDbFaults.validation(
              "KeyConditionExpressions cannot have conditions on nested attributes");
      case ConditionOperand.Size ignored -> throw nested();
      case ConditionOperand.Literal ignored when operator.isEmpty() ->
          throw DynamoDbFaults.validation(INVALID + "No key attribute specified");
      case ConditionOperand.Literal ignored ->
          throw DynamoDbFaults.validation(
              INVALID + operator + " operator must have the key attribute as its first operand");
    };
  }

  private static AttributeValue literal(ConditionOperand operand) {
    return switch (operand) {
      case ConditionOperand.Literal(AttributeValue value) -> value;
      case ConditionOperand.Size ignored -> throw nested();
      case ConditionOperand.At ignored ->
          throw DynamoDbFaults.validation(
              INVALID + "Multiple attribute names used in one condition");
    };
  }

  private static AwsFault nested() {
    return DynamoDbFaults.validation("KeyConditionExpressions cannot contain nested operations");
  }

  private static AwsFault operator(String operator) {
    return DynamoDbFaults.validation(
        "Invalid operator used in KeyConditionExpression: " + operator);
  }
}
