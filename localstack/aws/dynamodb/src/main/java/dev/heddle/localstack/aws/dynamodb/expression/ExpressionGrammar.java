package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.LexerToken.Kind;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What conditions, updates and projections have in common: paths, placeholders and problems. Wrong
 * syntax is refused at once, all else when the expression has been read whole, as the service does.
 */
final class ExpressionGrammar {
  private static final int OPERATORS = 300;
  private static final int DEEPEST = 100;
  private static final BigInteger LAST_INDEX = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final Set<String> KEYWORDS =
      Set.of("AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE");

  private final ExpressionLexer tokens;
  private final ExpressionPlaceholders placeholders;
  private final Map<ExpressionProblem, String> problems = new EnumMap<>(ExpressionProblem.class);
  private final Set<String> attributes = new LinkedHashSet<>();
  private int operators;
  private int depth;
  private int groupStart = -1;
  private int groupEnd = -1;

  ExpressionGrammar(String label, String text, ExpressionPlaceholders placeholders) {
    this.tokens = new ExpressionLexer(label, text);
    this.placeholders = placeholders;
  }

  ExpressionLexer tokens() {
    return tokens;
  }

  /** The attributes that the paths read so far begin with. */
  Set<String> attributes() {
    return attributes;
  }

  void problem(ExpressionProblem kind, String message) {
    problems.putIfAbsent(kind, message);
  }

  /** Counts an operator or function. */
  void countOperator() {
    operators++;
    if (operators > OPERATORS) {
      throw tokens.fault("The expression has more than " + OPERATORS + " operators and functions;");
    }
  }

  /** Refuses what isn't at its end, or has a problem. */
  void finish() {
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.syntaxError();
    }
    problems.values().stream()
        .findFirst()
        .ifPresent(
            message -> {
              throw tokens.fault(message);
            });
  }

  /** What is in parentheses; a second pair around the same thing is a problem. */
  <T> T group(Supplier<T> inner) {
    int start = tokens.position();
    tokens.expect("(");
    T value = nested(inner);
    if (groupStart == start + 1 && groupEnd == tokens.position()) {
      problem(ExpressionProblem.PARENTHESES, "The expression has redundant parentheses;");
    }
    tokens.expect(")");
    groupStart = start;
    groupEnd = tokens.position();
    return value;
  }

  private <T> T nested(Supplier<T> inner) {
    if (++depth > DEEPEST) {
      throw tokens.fault("The expression is nested more than " + DEEPEST + " levels deep;");
    }
    T value = inner.get();
    depth--;
    return value;
  }

  /** The operands up to the closing parenthesis. */
  <T> List<T> operands(Supplier<T> operand) {
    List<T> operands = new ArrayList<>();
    do {
      operands.add(nested(operand));
    } while (tokens.take(","));
    tokens.expect(")");
    return operands;
  }

  /** Whether a function's name and its opening parenthesis come next. */
  boolean atFunction() {
    return tokens.peek().kind() == Kind.WORD && tokens.peekSecond().is("(");
  }

  /** The name of a function, read with its opening parenthesis. */
  String functionName() {
    countOperator();
    String name = tokens.peek().text();
    if (isKeyword(name)) {
      throw tokens.syntaxError();
    }
    tokens.next();
    tokens.expect("(");
    return name;
  }

  DocumentPath path() {
    List<DocumentPath.Step> steps = new ArrayList<>();
    DocumentPath.Name head = name();
    attributes.add(head.name());
    steps.add(head);
    while (true) {
      if (tokens.take(".")) {
        steps.add(name());
      } else if (tokens.take("[")) {
        steps.add(index());
        tokens.expect("]");
      } else {
        return new DocumentPath(steps);
      }
    }
  }

  private DocumentPath.Name name() {
    LexerToken token = tokens.peek();
    String name =
        switch (token.kind()) {
          case WORD -> word(token.text());
          case NAME_REFERENCE -> reference(token.text());
          case VALUE_REFERENCE, NUMBER, SYMBOL, END -> throw tokens.syntaxError();
        };
    tokens.next();
    return new DocumentPath.Name(name);
  }

  private static boolean isKeyword(String word) {
    return KEYWORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  private String word(String word) {
    if (isKeyword(word)) {
      throw tokens.syntaxError();
    }
    if (ReservedWords.contains(word)) {
      problem(
          ExpressionProblem.WORD,
          "Attribute name is a reserved keyword; reserved keyword: " + word);
    }
    return word;
  }

  private String reference(String reference) {
    String name = placeholders.name(reference);
    if (name == null) {
      problem(
          ExpressionProblem.OPERAND,
          "An expression attribute name used in the document path is not defined; attribute name: "
              + reference);
      return reference;
    }
    return name;
  }

  private DocumentPath.Index index() {
    LexerToken token = tokens.peek();
    if (token.kind() != Kind.NUMBER) {
      throw tokens.syntaxError();
    }
    tokens.next();
    if (new BigInteger(token.text()).compareTo(LAST_INDEX) > 0) {
      throw tokens.fault(
          "List index is not within the allowable range; index: [" + token.text() + "]");
    }
    return new DocumentPath.Index(Integer.parseInt(token.text()));
  }

  AttributeValue literal() {
    LexerToken token = tokens.peek();
    if (token.kind() != Kind.VALUE_REFERENCE) {
      throw tokens.syntaxError();
    }
    tokens.next();
    AttributeValue value = placeholders.value(token.text());
    if (value == null) {
      problem(
          ExpressionProblem.OPERAND,
          "An expression attribute value used in expression is not defined; attribute value: "
              + token.text());
      return new AttributeValue.Null();
    }
    return value;
  }

  void wrongOperandCount(String function, int count) {
    problem(
        ExpressionProblem.OPERAND,
        "Incorrect number of operands for operator or function; operator or function: "
            + function
            + ", number of operands: "
            + count);
  }

  void wrongOperandType(String function, String type) {
    problem(
        ExpressionProblem.OPERAND,
        "Incorrect operand type for operator or function; operator or function: "
            + function
            + ", operand type: "
            + type);
  }

  void pathRequired(String function) {
    problem(
        ExpressionProblem.OPERAND,
        "Operator or function requires a document path; operator or function: " + function);
  }

  void unknownFunction(String function) {
    problem(ExpressionProblem.WORD, "Invalid function name; function: " + function);
  }

  void misusedFunction(String function) {
    problem(
        ExpressionProblem.MISUSE,
        "The function is not allowed to be used this way in an expression; function: " + function);
  }

  /** A function of the other kind of expression: {@code a condition} or {@code an update}. */
  void foreignFunction(String kind, String function) {
    problem(
        ExpressionProblem.WORD,
        "The function is not allowed in " + kind + " expression; function: " + function);
  }
}
