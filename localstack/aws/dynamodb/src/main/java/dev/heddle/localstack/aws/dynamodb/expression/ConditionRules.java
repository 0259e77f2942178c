package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression.Comparator;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbNumbers;
import dev.heddle.localstack.aws.dynamodb.value.ValueOrder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the service refuses in conditions whose syntax is right. */
final class ConditionRules {
  private static final Set<String> ORDERED = Set.of("S", "N", "B");
  private static final Set<String> TEXTUAL = Set.of("S", "B");
  private static final Set<String> UNSIZED = Set.of("N", "BOOL", "NULL");

  /** The functions of conditions. */
  static final Set<String> FUNCTIONS =
      Set.of(
          "attribute_exists",
          "attribute_not_exists",
          "attribute_type",
          "begins_with",
          "contains",
          "size");

  private static final List<String> TYPES =
      List.of("B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M");

  /** Stands in for a condition that has a problem and is never evaluated. */
  private static final ConditionExpression REFUSED =
      new ConditionExpression.NotExists(new DocumentPath(List.of()));

  private final ExpressionGrammar grammar;

  ConditionRules(ExpressionGrammar grammar) {
    this.grammar = grammar;
  }

  ConditionTerm function(String name, List<ConditionOperand> operands) {
    Integer expected =
        switch (name) {
          case "attribute_exists", "attribute_not_exists", "size" -> 1;
          case "attribute_type", "begins_with", "contains" -> 2;
          default -> null;
        };
    if (expected == null) {
      return REFUSED;
    }
    if (operands.size() != expected) {
      grammar.wrongOperandCount(name, operands.size());
      return name.equals("size") ? new ConditionOperand.Size(operands.getFirst()) : REFUSED;
    }
    return expected == 1
        ? unary(name, operands.getFirst())
        : binary(name, operands.getFirst(), operands.getLast());
  }

  /** The function is one of conditions. */
  void known(String name) {
    if (UpdateParser.FUNCTIONS.contains(name)) {
      grammar.foreignFunction("a condition", name);
    } else if (!FUNCTIONS.contains(name)) {
      grammar.unknownFunction(name);
    }
  }

  private ConditionTerm unary(String name, ConditionOperand operand) {
    if (name.equals("size")) {
      return size(operand);
    }
    if (operand instanceof ConditionOperand.At(DocumentPath path)) {
      return name.equals("attribute_exists")
          ? new ConditionExpression.Exists(path)
          : new ConditionExpression.NotExists(path);
    }
    grammar.pathRequired(name);
    return REFUSED;
  }

  private ConditionTerm size(ConditionOperand operand) {
    String type = knownType(operand);
    if (type != null && UNSIZED.contains(type)) {
      grammar.wrongOperandType("size", type);
    }
    return new ConditionOperand.Size(operand);
  }

  private ConditionExpression binary(String name, ConditionOperand first, ConditionOperand second) {
    distinct(name, first, List.of(second));
    return switch (name) {
      case "begins_with" -> beginsWith(first, second);
      case "contains" -> new ConditionExpression.Contains(first, second);
      default -> ofType(first, second);
    };
  }

  private ConditionExpression beginsWith(ConditionOperand value, ConditionOperand prefix) {
    operandTypes("begins_with", TEXTUAL, value, prefix);
    return new ConditionExpression.BeginsWith(value, prefix);
  }

  private ConditionExpression ofType(ConditionOperand value, ConditionOperand type) {
    if (!(type instanceof ConditionOperand.Literal(AttributeValue.S(String name)))) {
      String found = literalType(type);
      grammar.wrongOperandType(
          "attribute_type", found == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : found);
      return REFUSED;
    }
    if (!TYPES.contains(name)) {
      grammar.problem(
          ExpressionProblem.OPERAND,
          "Invalid attribute type name found; type: "
              + name
              + ", valid types: {"
              + String.join(",", TYPES)
              + "}");
    }
    return new ConditionExpression.OfType(value, name);
  }

  void comparison(ConditionOperand left, Comparator comparator, ConditionOperand right) {
    distinct(comparator.symbol(), left, List.of(right));
    if (comparator != Comparator.EQ && comparator != Comparator.NE) {
      operandTypes(comparator.symbol(), ORDERED, left, right);
    }
  }

  void between(ConditionOperand value, ConditionOperand low, ConditionOperand high) {
    distinct("BETWEEN", value, List.of(low, high));
    operandTypes("BETWEEN", ORDERED, low, high);
    if (low instanceof ConditionOperand.Literal(AttributeValue from)
        && high instanceof ConditionOperand.Literal(AttributeValue to)) {
      String rule = null;
      if (!from.type().equals(to.type())) {
        rule = "same data type for lower and upper bounds";
      } else if (ValueOrder.compare(from, to).orElse(0) > 0) {
        rule = "upper bound to be greater than or equal to lower bound";
      }
      if (rule != null) {
        grammar.problem(ExpressionProblem.OPERAND, boundsMessage(rule, from, to));
      }
    }
  }

  private static String boundsMessage(String rule, AttributeValue low, AttributeValue high) {
    return "The BETWEEN operator requires "
        + rule
        + "; lower bound operand: "
        + shown(low)
        + ", upper bound operand: "
        + shown(high);
  }

  /** A function other than size where an operand is expected. */
  ConditionOperand misused(ConditionExpression condition) {
    grammar.misusedFunction(
        switch (condition) {
          case ConditionExpression.Exists ignored -> "attribute_exists";
          case ConditionExpression.NotExists ignored -> "attribute_not_exists";
          case ConditionExpression.OfType ignored -> "attribute_type";
          case ConditionExpression.BeginsWith ignored -> "begins_with";
          case ConditionExpression.Contains ignored -> "contains";
          case ConditionExpression.And ignored -> throw grammar.tokens().syntaxError();
          case ConditionExpression.Or ignored -> throw grammar.tokens().syntaxError();
          case ConditionExpression.Not ignored -> throw grammar.tokens().syntaxError();
          case ConditionExpression.Compare ignored -> throw grammar.tokens().syntaxError();
          case ConditionExpression.Between ignored -> throw grammar.tokens().syntaxError();
          case ConditionExpression.In ignored -> throw grammar.tokens().syntaxError();
        });
    return new ConditionOperand.Literal(new AttributeValue.Null());
  }

  /** The function size where a condition is expected. */
  ConditionExpression misused(ConditionOperand.Size ignored) {
    grammar.misusedFunction("size");
    return REFUSED;
  }

  /** A value is not compared with itself. */
  void distinct(String operator, ConditionOperand first, List<ConditionOperand> rest) {
    if (first instanceof ConditionOperand.At(DocumentPath path) && rest.contains(first)) {
      grammar.problem(
          ExpressionProblem.OPERAND,
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + path);
    }
  }

  private void operandTypes(String operator, Set<String> allowed, ConditionOperand... operands) {
    for (ConditionOperand operand : operands) {
      String type = knownType(operand);
      if (type != null && !allowed.contains(type)) {
        grammar.wrongOperandType(operator, type);
      }
    }
  }

  /** The type of what isn't read from the item, null for what is. */
  private static @Nullable String knownType(ConditionOperand operand) {
    return operand instanceof ConditionOperand.Size ? "N" : literalType(operand);
  }

  private static @Nullable String literalType(ConditionOperand operand) {
    return operand instanceof ConditionOperand.Literal(AttributeValue value) ? value.type() : null;
  }

  private static String shown(AttributeValue value) {
    String text =
        switch (value) {
          case AttributeValue.S s -> s.value();
          case AttributeValue.N n -> DynamoDbNumbers.text(n.value());
          case AttributeValue other -> other.type();
        };
    return "AttributeValue: {" + value.type() + ":" + text + "}";
  }
}
