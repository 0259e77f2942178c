package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.Condition.Comparator;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Decimals;
import dev.heddle.localstack.aws.dynamodb.value.Order;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the service refuses in conditions whose syntax is right. */
final class ConditionChecks {
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
  private static final Condition REFUSED = new Condition.NotExists(new DocumentPath(List.of()));

  private final Grammar grammar;

  ConditionChecks(Grammar grammar) {
    this.grammar = grammar;
  }

  Term function(String name, List<Operand> operands) {
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
      return name.equals("size") ? new Operand.Size(operands.getFirst()) : REFUSED;
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

  private Term unary(String name, Operand operand) {
    if (name.equals("size")) {
      return size(operand);
    }
    if (operand instanceof Operand.At(DocumentPath path)) {
      return name.equals("attribute_exists")
          ? new Condition.Exists(path)
          : new Condition.NotExists(path);
    }
    grammar.pathRequired(name);
    return REFUSED;
  }

  private Term size(Operand operand) {
    String type = knownType(operand);
    if (type != null && UNSIZED.contains(type)) {
      grammar.wrongOperandType("size", type);
    }
    return new Operand.Size(operand);
  }

  private Condition binary(String name, Operand first, Operand second) {
    distinct(name, first, List.of(second));
    return switch (name) {
      case "begins_with" -> beginsWith(first, second);
      case "contains" -> new Condition.Contains(first, second);
      default -> ofType(first, second);
    };
  }

  private Condition beginsWith(Operand value, Operand prefix) {
    operandTypes("begins_with", TEXTUAL, value, prefix);
    return new Condition.BeginsWith(value, prefix);
  }

  private Condition ofType(Operand value, Operand type) {
    if (!(type instanceof Operand.Literal(AttributeValue.S(String name)))) {
      String found = literalType(type);
      grammar.wrongOperandType(
          "attribute_type", found == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : found);
      return REFUSED;
    }
    if (!TYPES.contains(name)) {
      grammar.problem(
          Problem.OPERAND,
          "Invalid attribute type name found; type: "
              + name
              + ", valid types: {"
              + String.join(",", TYPES)
              + "}");
    }
    return new Condition.OfType(value, name);
  }

  void comparison(Operand left, Comparator comparator, Operand right) {
    distinct(comparator.symbol(), left, List.of(right));
    if (comparator != Comparator.EQ && comparator != Comparator.NE) {
      operandTypes(comparator.symbol(), ORDERED, left, right);
    }
  }

  void between(Operand value, Operand low, Operand high) {
    distinct("BETWEEN", value, List.of(low, high));
    operandTypes("BETWEEN", ORDERED, low, high);
    if (low instanceof Operand.Literal(AttributeValue from)
        && high instanceof Operand.Literal(AttributeValue to)) {
      String rule = null;
      if (!from.type().equals(to.type())) {
        rule = "same data type for lower and upper bounds";
      } else if (Order.compare(from, to).orElse(0) > 0) {
        rule = "upper bound to be greater than or equal to lower bound";
      }
      if (rule != null) {
        grammar.problem(Problem.OPERAND, boundsMessage(rule, from, to));
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
  Operand misused(Condition condition) {
    grammar.misusedFunction(
        switch (condition) {
          case Condition.Exists ignored -> "attribute_exists";
          case Condition.NotExists ignored -> "attribute_not_exists";
          case Condition.OfType ignored -> "attribute_type";
          case Condition.BeginsWith ignored -> "begins_with";
          case Condition.Contains ignored -> "contains";
          case Condition.And ignored -> throw grammar.tokens().syntaxError();
          case Condition.Or ignored -> throw grammar.tokens().syntaxError();
          case Condition.Not ignored -> throw grammar.tokens().syntaxError();
          case Condition.Compare ignored -> throw grammar.tokens().syntaxError();
          case Condition.Between ignored -> throw grammar.tokens().syntaxError();
          case Condition.In ignored -> throw grammar.tokens().syntaxError();
        });
    return new Operand.Literal(new AttributeValue.Null());
  }

  /** The function size where a condition is expected. */
  Condition misused(Operand.Size ignored) {
    grammar.misusedFunction("size");
    return REFUSED;
  }

  /** A value is not compared with itself. */
  void distinct(String operator, Operand first, List<Operand> rest) {
    if (first instanceof Operand.At(DocumentPath path) && rest.contains(first)) {
      grammar.problem(
          Problem.OPERAND,
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + path);
    }
  }

  private void operandTypes(String operator, Set<String> allowed, Operand... operands) {
    for (Operand operand : operands) {
      String type = knownType(operand);
      if (type != null && !allowed.contains(type)) {
        grammar.wrongOperandType(operator, type);
      }
    }
  }

  /** The type of what isn't read from the item, null for what is. */
  private static @Nullable String knownType(Operand operand) {
    return operand instanceof Operand.Size ? "N" : literalType(operand);
  }

  private static @Nullable String literalType(Operand operand) {
    return operand instanceof Operand.Literal(AttributeValue value) ? value.type() : null;
  }

  private static String shown(AttributeValue value) {
    String text =
        switch (value) {
          case AttributeValue.S s -> s.value();
          case AttributeValue.N n -> Decimals.text(n.value());
          case AttributeValue other -> other.type();
        };
    return "AttributeValue: {" + value.type() + ":" + text + "}";
  }
}
