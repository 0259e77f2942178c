package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression.Comparator;
import dev.heddle.localstack.aws.dynamodb.expression.LexerToken.Kind;
import java.util.List;
import java.util.Set;

/** Reads a condition: {@code OR} of {@code AND} of {@code NOT} of comparisons and functions. */
public final class ConditionParser {
  private static final int CHOICES = 100;

  private final ExpressionGrammar grammar;
  private final ExpressionLexer tokens;
  private final ConditionRules checks;

  /**
   * A condition that was read.
   *
   * @param attributes the attributes its paths begin with
   */
  public record ParsedCondition(ConditionExpression condition, Set<String> attributes) {}

  private ConditionParser(ExpressionGrammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.checks = new ConditionRules(grammar);
  }

  /** Reads the expression in the request's member of that name. */
  public static ParsedCondition parse(
      String member, String text, ExpressionPlaceholders placeholders) {
    ExpressionGrammar grammar = new ExpressionGrammar(member, text, placeholders);
    var parser = new ConditionParser(grammar);
    ConditionExpression condition = parser.condition(parser.either());
    grammar.finish();
    return new ParsedCondition(condition, grammar.attributes());
  }

  private ConditionTerm either() {
    ConditionTerm left = both();
    while (tokens.peek().isKeyword("OR")) {
      ConditionExpression one = condition(left);
      tokens.next();
      grammar.countOperator();
      left = new ConditionExpression.Or(one, condition(both()));
    }
    return left;
  }

  private ConditionTerm both() {
    ConditionTerm left = negated();
    while (tokens.peek().isKeyword("AND")) {
      ConditionExpression one = condition(left);
      tokens.next();
      grammar.countOperator();
      left = new ConditionExpression.And(one, condition(negated()));
    }
    return left;
  }

  private ConditionTerm negated() {
    boolean not = false;
    while (tokens.takeKeyword("NOT")) {
      grammar.countOperator();
      not = !not;
    }
    ConditionTerm term = compared();
    return not ? new ConditionExpression.Not(condition(term)) : term;
  }

  private ConditionTerm compared() {
    ConditionTerm left = tokens.peek().is("(") ? grammar.group(this::either) : single();
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
  private ConditionOperand compared(ConditionTerm left) {
    ConditionOperand operand = operand(left);
    tokens.next();
    grammar.countOperator();
    return operand;
  }

  private ConditionExpression compare(ConditionOperand left, Comparator comparator) {
    ConditionOperand right = operand();
    checks.comparison(left, comparator, right);
    return new ConditionExpression.Compare(left, comparator, right);
  }

  private ConditionExpression between(ConditionOperand value) {
    ConditionOperand low = operand();
    if (!tokens.takeKeyword("AND")) {
      throw tokens.syntaxError();
    }
    ConditionOperand high = operand();
    checks.between(value, low, high);
    return new ConditionExpression.Between(value, low, high);
  }

  private ConditionExpression in(ConditionOperand value) {
    tokens.expect("(");
    List<ConditionOperand> choices = grammar.operands(this::operand);
    if (choices.size() > CHOICES) {
      throw tokens.fault(
          "The IN operator is provided with too many operands; number of operands: "
              + choices.size());
    }
    checks.distinct("IN", value, choices);
    return new ConditionExpression.In(value, choices);
  }

  private ConditionOperand operand() {
    return tokens.peek().is("(") ? grammar.group(this::operand) : operand(single());
  }

  private ConditionTerm single() {
    if (tokens.peek().kind() == Kind.VALUE_REFERENCE) {
      return new ConditionOperand.Literal(grammar.literal());
    }
    if (grammar.atFunction()) {
      String name = grammar.functionName();
      checks.known(name);
      return checks.function(name, grammar.operands(this::operand));
    }
    return new ConditionOperand.At(grammar.path());
  }

  private ConditionOperand operand(ConditionTerm term) {
    return switch (term) {
      case ConditionOperand operand -> operand;
      case ConditionExpression condition -> checks.misused(condition);
    };
  }

  private ConditionExpression condition(ConditionTerm term) {
    return switch (term) {
      case ConditionExpression condition -> condition;
      case ConditionOperand.Size size -> checks.misused(size);
      case ConditionOperand ignored -> throw tokens.syntaxError();
    };
  }
}
