package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.Condition.Comparator;
import dev.heddle.localstack.aws.dynamodb.expression.Token.Kind;
import java.util.List;
import java.util.Set;

/** Reads a condition: {@code OR} of {@code AND} of {@code NOT} of comparisons and functions. */
public final class ConditionParser {
  private static final int CHOICES = 100;

  private final Grammar grammar;
  private final Tokens tokens;
  private final ConditionChecks checks;

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
    while (tokens.peek().isKeyword("OR")) {
      Condition one = condition(left);
      tokens.next();
      grammar.countOperator();
      left = new Condition.Or(one, condition(both()));
    }
    return left;
  }

  private Term both() {
    Term left = negated();
    while (tokens.peek().isKeyword("AND")) {
      Condition one = condition(left);
      tokens.next();
      grammar.countOperator();
      left = new Condition.And(one, condition(negated()));
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
    Term left = tokens.peek().is("(") ? grammar.group(this::either) : single();
    for (Comparator comparator : Comparator.values()) {
      if (tokens.peek().is(comparator.symbol())) {
        return compare(compared(left), comparator);
      }
    }
    if (tokens.peek().isKeyword("BETWEEN")) {
      return between(compared(left));
    }
    return tokens.peek().isKeyword("IN") ? in(compared(left)) : left;
  }

  /** The left side of the operator that comes next, which is read too. */
  private Operand compared(Term left) {
    Operand operand = operand(left);
    tokens.next();
    grammar.countOperator();
    return operand;
  }

  private Condition compare(Operand left, Comparator comparator) {
    Operand right = operand();
    checks.comparison(left, comparator, right);
    return new Condition.Compare(left, comparator, right);
  }

  private Condition between(Operand value) {
    Operand low = operand();
    if (!tokens.takeKeyword("AND")) {
      throw tokens.syntaxError();
    }
    Operand high = operand();
    checks.between(value, low, high);
    return new Condition.Between(value, low, high);
  }

  private Condition in(Operand value) {
    tokens.expect("(");
    List<Operand> choices = grammar.operands(this::operand);
    if (choices.size() > CHOICES) {
      throw tokens.fault(
          "The IN operator is provided with too many operands; number of operands: "
              + choices.size());
    }
    checks.distinct("IN", value, choices);
    return new Condition.In(value, choices);
  }

  private Operand operand() {
    return tokens.peek().is("(") ? grammar.group(this::operand) : operand(single());
  }

  private Term single() {
    if (tokens.peek().kind() == Kind.VALUE_REFERENCE) {
      return new Operand.Literal(grammar.literal());
    }
    if (grammar.atFunction()) {
      String name = grammar.functionName();
      checks.known(name);
      return checks.function(name, grammar.operands(this::operand));
    }
    return new Operand.At(grammar.path());
  }

  private Operand operand(Term term) {
    return switch (term) {
      case Operand operand -> operand;
      case Condition condition -> checks.misused(condition);
    };
  }

  private Condition condition(Term term) {
    return switch (term) {
      case Condition condition -> condition;
      case Operand.Size size -> checks.misused(size);
      case Operand ignored -> throw tokens.syntaxError();
    };
  }
}
