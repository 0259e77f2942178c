package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.List;

/** A condition on an item. */
public sealed interface ConditionExpression extends ConditionTerm {

  /** Both hold. */
  record And(ConditionExpression left, ConditionExpression right) implements ConditionExpression {}

  /** One of them holds. */
  record Or(ConditionExpression left, ConditionExpression right) implements ConditionExpression {}

  /** It doesn't hold. */
  record Not(ConditionExpression condition) implements ConditionExpression {}

  /** A comparison. */
  record Compare(ConditionOperand left, Comparator comparator, ConditionOperand right)
      implements ConditionExpression {}

  /** At least the one and at most the other. */
  record Between(ConditionOperand value, ConditionOperand low, ConditionOperand high)
      implements ConditionExpression {}

  /** Equal to one of them. */
  record In(ConditionOperand value, List<ConditionOperand> choices)
      implements ConditionExpression {}

  /** There is a value at the path. */
  record Exists(DocumentPath path) implements ConditionExpression {}

  /** There is no value at the path. */
  record NotExists(DocumentPath path) implements ConditionExpression {}

  /** The value is of the named type. */
  record OfType(ConditionOperand value, String type) implements ConditionExpression {}

  /** The text or binary data begins so. */
  record BeginsWith(ConditionOperand value, ConditionOperand prefix)
      implements ConditionExpression {}

  /** The text, binary data, set or list contains it. */
  record Contains(ConditionOperand value, ConditionOperand part) implements ConditionExpression {}

  /** The comparators. */
  enum Comparator {
    EQ("="),
    NE("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    /** As written in an expression. */
    public String symbol() {
      return symbol;
    }
  }

  /** Whether it holds for the item; a missing item is one without attributes. */
  default boolean holds(DynamoDbItem item) {
    return switch (this) {
      case And(ConditionExpression left, ConditionExpression right) ->
          left.holds(item) && right.holds(item);
      case Or(ConditionExpression left, ConditionExpression right) ->
          left.holds(item) || right.holds(item);
      case Not(ConditionExpression condition) -> !condition.holds(item);
      case Compare(ConditionOperand left, Comparator comparator, ConditionOperand right) ->
          ValueComparison.holds(left.in(item), comparator, right.in(item));
      case Between(ConditionOperand value, ConditionOperand low, ConditionOperand high) ->
          ValueComparison.holds(value.in(item), Comparator.GE, low.in(item))
              && ValueComparison.holds(value.in(item), Comparator.LE, high.in(item));
      case In(ConditionOperand value, List<ConditionOperand> choices) ->
          choices.stream()
              .anyMatch(c -> ValueComparison.holds(value.in(item), Comparator.EQ, c.in(item)));
      case Exists(DocumentPath path) -> path.in(item) != null;
      case NotExists(DocumentPath path) -> path.in(item) == null;
      case OfType(ConditionOperand value, String type) ->
          ValueComparison.ofType(value.in(item), type);
      case BeginsWith(ConditionOperand value, ConditionOperand prefix) ->
          ValueComparison.beginsWith(value.in(item), prefix.in(item));
      case Contains(ConditionOperand value, ConditionOperand part) ->
          ValueComparison.contains(value.in(item), part.in(item));
    };
  }
}
