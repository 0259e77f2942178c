package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.Token.Kind;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What conditions, updates and projections have in common: paths, placeholders and problems. Wrong
 * syntax is refused at once, all else when the expression has been read whole, as the service does.
 */
final class Grammar {
  private static final int OPERATORS = 300;
  private static final int LONGEST_INDEX = 6;

  private final Tokens tokens;
  private final Placeholders placeholders;
  private final Map<Problem, String> problems = new EnumMap<>(Problem.class);
  private final Set<String> attributes = new LinkedHashSet<>();
  private int operators;

  Grammar(String label, String text, Placeholders placeholders) {
    this.tokens = new Tokens(label, text);
    this.placeholders = placeholders;
  }

  Tokens tokens() {
    return tokens;
  }

  /** The attributes that the paths read so far begin with. */
  Set<String> attributes() {
    return attributes;
  }

  void problem(Problem kind, String message) {
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

  boolean atPath() {
    Kind kind = tokens.peek().kind();
    return kind == Kind.WORD || kind == Kind.NAME_REFERENCE;
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
    Token token = tokens.peek();
    String name =
        switch (token.kind()) {
          case WORD -> word(token.text());
          case NAME_REFERENCE -> reference(token.text());
          case VALUE_REFERENCE, NUMBER, SYMBOL, END -> throw tokens.syntaxError();
        };
    tokens.next();
    return new DocumentPath.Name(name);
  }

  private String word(String word) {
    if (word.startsWith("_")) {
      throw tokens.syntaxError();
    }
    if (ReservedWords.contains(word)) {
      problem(
          Problem.RESERVED_WORD, "Attribute name is a reserved keyword; reserved keyword: " + word);
    }
    return word;
  }

  private String reference(String reference) {
    String name = placeholders.name(reference);
    if (name == null) {
      problem(
          Problem.NAME,
          "An expression attribute name used in the document path is not defined; attribute name: "
              + reference);
      return reference;
    }
    return name;
  }

  private DocumentPath.Index index() {
    Token token = tokens.peek();
    if (token.kind() != Kind.NUMBER || token.text().length() > LONGEST_INDEX) {
      throw tokens.syntaxError();
    }
    tokens.next();
    return new DocumentPath.Index(Integer.parseInt(token.text()));
  }

  AttributeValue literal() {
    Token token = tokens.peek();
    if (token.kind() != Kind.VALUE_REFERENCE) {
      throw tokens.syntaxError();
    }
    tokens.next();
    AttributeValue value = placeholders.value(token.text());
    if (value == null) {
      problem(
          Problem.VALUE,
          "An expression attribute value used in expression is not defined; attribute value: "
              + token.text());
      return new AttributeValue.Null();
    }
    return value;
  }

  void wrongOperandCount(String function, int count) {
    problem(
        Problem.OPERANDS,
        "Incorrect number of operands for operator or function; operator or function: "
            + function
            + ", number of operands: "
            + count);
  }

  void wrongOperandType(String function, String type) {
    problem(
        Problem.TYPE,
        "Incorrect operand type for operator or function; operator or function: "
            + function
            + ", operand type: "
            + type);
  }

  void pathRequired(String function) {
    problem(
        Problem.TYPE,
        "Operator or function requires a document path; operator or function: " + function);
  }

  void unknownFunction(String function) {
    problem(Problem.UNKNOWN_FUNCTION, "Invalid function name; function: " + function);
  }
}
