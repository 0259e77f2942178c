package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.Condition.Comparator;
import dev.heddle.localstack.aws.dynamodb.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a condition: {@code OR} of {@code AND} of {@code NOT} of comparisons and functions. */
public final class ConditionParser {
  private static final int DEEPEST = 100;
  private static final int CHOICES = 100;

  private final Grammar grammar;
  private final Tokens tokens;
  private final ConditionChecks checks;
  private int depth;
  private int groupStart = -1;
  private int groupEnd = -1;

  /**
   * A condition that was read.
   *
   * @param attributes the attributes its paths begin with
   */
  public record Parsed(Condition condition, Set<String> attributes) {}

  private ConditionParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.checks = new ConditionChecks(grammar);
  }

  /** Reads the expression in the request's member of that name. */
  public static Parsed parse(String member, String text, Placeholders placeholders) {
    Grammar grammar = new Grammar(member, text, placeholders);
    var parser = new ConditionParser(grammar);
    Condition condition = parser.condition(parser.either());
    grammar.finish();
    return new Parsed(condition, grammar.attributes());
  }

  private Term either() {
    Term left = both();
    while (tokens.takeKeyword("OR")) {
      grammar.countOperator();
      left = new Condition.Or(condition(left), condition(both()));
    }
    return left;
  }

  private Term both() {
    Term left = negated();
    while (tokens.takeKeyword("AND")) {
      grammar.countOperator();
      left = new Condition.And(condition(left), condition(negated()));
    }
    return left;
  }

  private Term negated() {
    boolean not = false;
    while (tokens.takeKeyword("NOT")) {
      grammar.countOperator();
      not = !not;
    }
    Term term = compared();
    return not ? new Condition.Not(condition(term)) : term;
  }

  private Term compared() {
    Term left = primary();
    Comparator comparator = comparator();
    if (comparator != null) {
      return compare(operand(left), comparator);
    }
    if (tokens.takeKeyword("BETWEEN")) {
      return between(operand(left));
    }
    return tokens.takeKeyword("IN") ? in(operand(left)) : left;
  }

  private @Nullable Comparator comparator() {
    for (Comparator comparator : Comparator.values()) {
      if (tokens.take(comparator.symbol())) {
        return comparator;
      }
    }
    return null;
  }

  private Condition compare(Operand left, Comparator comparator) {
    grammar.countOperator();
    Operand right = operand(primary());
    checks.comparison(left, comparator, right);
    return new Condition.Compare(left, comparator, right);
  }

  private Condition between(Operand value) {
    grammar.countOperator();
    Operand low = operand(primary());
    if (!tokens.takeKeyword("AND")) {
      throw tokens.syntaxError();
    }
    Operand high = operand(primary());
    checks.bounds(low, high);
    return new Condition.Between(value, low, high);
  }

  private Condition in(Operand value) {
    grammar.countOperator();
    tokens.expect("(");
    List<Operand> choices = operands();
    if (choices.size() > CHOICES) {
      throw tokens.fault(
          "The IN operator is provided with too many operands; number of operands: "
              + choices.size());
    }
    return new Condition.In(value, choices);
  }

  private Term primary() {
    Token token = tokens.peek();
    if (token.is("(")) {
      return group();
    }
    if (token.kind() == Kind.VALUE_REFERENCE) {
      return new Operand.Literal(grammar.literal());
    }
    if (token.kind() == Kind.WORD && tokens.peekSecond().is("(")) {
      return function();
    }
    if (isOperator(token)) {
      throw tokens.syntaxError();
    }
    return new Operand.At(grammar.path());
  }

  private static boolean isOperator(Token token) {
    return List.of("AND", "OR", "NOT", "BETWEEN", "IN").stream().anyMatch(token::isKeyword);
  }

  private Term group() {
    int start = tokens.position();
    tokens.expect("(");
    if (++depth > DEEPEST) {
      throw tokens.fault("The expression is nested more than " + DEEPEST + " levels deep;");
    }
    Term inner = either();
    depth--;
    if (groupStart == start + 1 && groupEnd == tokens.position()) {
      grammar.problem(Problem.PARENTHESES, "The expression has redundant parentheses;");
    }
    tokens.expect(")");
    groupStart = start;
    groupEnd = tokens.position();
    return inner;
  }

  private Term function() {
    grammar.countOperator();
    String name = tokens.next().text();
    tokens.expect("(");
    if (++depth > DEEPEST) {
      throw tokens.fault("The expression is nested more than " + DEEPEST + " levels deep;");
    }
    List<Operand> operands = operands();
    depth--;
    return checks.function(name, operands);
  }

  private List<Operand> operands() {
    List<Operand> operands = new ArrayList<>();
    do {
      operands.add(operand(primary()));
    } while (tokens.take(","));
    tokens.expect(")");
    return operands;
  }

  private Operand operand(Term term) {
    if (term instanceof Operand operand) {
      return operand;
    }
    return checks.misused((Condition) term);
  }

  private Condition condition(Term term) {
    return switch (term) {
      case Condition condition -> condition;
      case Operand.Size size -> checks.misused(size);
      case Operand ignored -> throw tokens.syntaxError();
    };
  }
}
