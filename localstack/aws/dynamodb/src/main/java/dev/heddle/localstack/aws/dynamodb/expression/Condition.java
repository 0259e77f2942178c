package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.value.Item;
import java.util.List;

/** A condition on an item. */
public sealed interface Condition extends Term {

  /** Both hold. */
  record And(Condition left, Condition right) implements Condition {}

  /** One of them holds. */
  record Or(Condition left, Condition right) implements Condition {}

  /** It doesn't hold. */
  record Not(Condition condition) implements Condition {}

  /** A comparison. */
  record Compare(Operand left, Comparator comparator, Operand right) implements Condition {}

  /** At least the one and at most the other. */
  record Between(Operand value, Operand low, Operand high) implements Condition {}

  /** Equal to one of them. */
  record In(Operand value, List<Operand> choices) implements Condition {}

  /** There is a value at the path. */
  record Exists(DocumentPath path) implements Condition {}

  /** There is no value at the path. */
  record NotExists(DocumentPath path) implements Condition {}

  /** The value is of the named type. */
  record OfType(Operand value, String type) implements Condition {}

  /** The text or binary data begins so. */
  record BeginsWith(Operand value, Operand prefix) implements Condition {}

  /** The text, binary data, set or list contains it. */
  record Contains(Operand value, Operand part) implements Condition {}

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
  default boolean holds(Item item) {
    return switch (this) {
      case And(Condition left, Condition right) -> left.holds(item) && right.holds(item);
      case Or(Condition left, Condition right) -> left.holds(item) || right.holds(item);
      case Not(Condition condition) -> !condition.holds(item);
      case Compare(Operand left, Comparator comparator, Operand right) ->
          Comparison.holds(left.in(item), comparator, right.in(item));
      case Between(Operand value, Operand low, Operand high) ->
          Comparison.holds(value.in(item), Comparator.GE, low.in(item))
              && Comparison.holds(value.in(item), Comparator.LE, high.in(item));
      case In(Operand value, List<Operand> choices) ->
          choices.stream()
              .anyMatch(c -> Comparison.holds(value.in(item), Comparator.EQ, c.in(item)));
      case Exists(DocumentPath path) -> path.in(item) != null;
      case NotExists(DocumentPath path) -> path.in(item) == null;
      case OfType(Operand value, String type) -> Comparison.ofType(value.in(item), type);
      case BeginsWith(Operand value, Operand prefix) ->
          Comparison.beginsWith(value.in(item), prefix.in(item));
      case Contains(Operand value, Operand part) ->
          Comparison.contains(value.in(item), part.in(item));
    };
  }
}
