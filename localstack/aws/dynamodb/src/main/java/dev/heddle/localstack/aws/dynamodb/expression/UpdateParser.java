package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.LexerToken.Kind;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an update expression: the sections SET, REMOVE, ADD and DELETE in any order. */
public final class UpdateParser {
  private static final String MEMBER = "UpdateExpression";

  /** The functions of updates. */
  static final Set<String> FUNCTIONS = Set.of("if_not_exists", "list_append");

  private final ExpressionGrammar grammar;
  private final ExpressionLexer tokens;
  private final Set<Section> seen = EnumSet.noneOf(Section.class);
  private final List<DocumentPath> paths = new ArrayList<>();
  private final List<UpdateExpression.Assignment> sets = new ArrayList<>();
  private final List<DocumentPath> removes = new ArrayList<>();
  private final List<UpdateExpression.Change> adds = new ArrayList<>();
  private final List<UpdateExpression.Change> deletes = new ArrayList<>();

  private enum Section {
    SET,
    REMOVE,
    ADD,
    DELETE
  }

  private UpdateParser(ExpressionGrammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
  }

  /** Reads the expression. */
  public static UpdateExpression parse(String text, ExpressionPlaceholders placeholders) {
    ExpressionGrammar grammar = new ExpressionGrammar(MEMBER, text, placeholders);
    var parser = new UpdateParser(grammar);
    parser.sections();
    PathRules.check(grammar, parser.paths);
    grammar.finish();
    return new UpdateExpression(parser.sets, parser.removes, parser.adds, parser.deletes);
  }

  private void sections() {
    do {
      Section section = section();
      if (!seen.add(section)) {
        grammar.problem(
            ExpressionProblem.SECTION,
            "The \"" + section + "\" section can only be used once in an update expression;");
      }
      do {
        action(section);
      } while (tokens.take(","));
    } while (tokens.peek().kind() != Kind.END);
  }

  private Section section() {
    for (Section section : Section.values()) {
      if (tokens.takeKeyword(section.name())) {
        return section;
      }
    }
    throw tokens.syntaxError();
  }

  private void action(Section section) {
    DocumentPath path = grammar.path();
    paths.add(path);
    switch (section) {
      case SET -> {
        tokens.expect("=");
        sets.add(new UpdateExpression.Assignment(path, value()));
      }
      case REMOVE -> removes.add(path);
      case ADD -> adds.add(new UpdateExpression.Change(path, changed(section)));
      case DELETE -> deletes.add(new UpdateExpression.Change(path, changed(section)));
    }
  }

  private AttributeValue changed(Section section) {
    AttributeValue value = grammar.literal();
    String wrong = wrongType(section, value);
    if (wrong != null) {
      grammar.problem(
          ExpressionProblem.OPERAND,
          "Incorrect operand type for operator or function; operator: "
              + section
              + ", operand type: "
              + wrong
              + ", typeSet: ALLOWED_FOR_"
              + section
              + "_OPERAND");
    }
    return value;
  }

  private static @Nullable String wrongType(Section section, AttributeValue value) {
    return switch (value) {
      case AttributeValue.N ignored -> section == Section.ADD ? null : "NUMBER";
      case AttributeValue.S ignored -> "STRING";
      case AttributeValue.B ignored -> "BINARY";
      case AttributeValue.Bool ignored -> "BOOLEAN";
      case AttributeValue.Null ignored -> "NULL";
      case AttributeValue.L ignored -> "LIST";
      case AttributeValue.M ignored -> "MAP";
      case AttributeValue.Ss ignored -> null;
      case AttributeValue.Ns ignored -> null;
      case AttributeValue.Bs ignored -> null;
    };
  }

  private UpdateExpression.Source value() {
    UpdateExpression.Source left = tokens.peek().is("(") ? grammar.group(this::value) : operand();
    boolean plus = tokens.peek().is("+");
    if (!plus && !tokens.peek().is("-")) {
      return left;
    }
    if (left instanceof UpdateExpression.Plus || left instanceof UpdateExpression.Minus) {
      throw tokens.syntaxError();
    }
    tokens.next();
    grammar.countOperator();
    return sum(checkedPart(left), part(), plus);
  }

  private UpdateExpression.Source sum(
      UpdateExpression.Source left, UpdateExpression.Source right, boolean plus) {
    requireType(plus ? "+" : "-", "N", left);
    requireType(plus ? "+" : "-", "N", right);
    return plus ? new UpdateExpression.Plus(left, right) : new UpdateExpression.Minus(left, right);
  }

  /** An operand of an operator or function. */
  private UpdateExpression.Source part() {
    return checkedPart(operand());
  }

  private UpdateExpression.Source checkedPart(UpdateExpression.Source source) {
    if (source instanceof UpdateExpression.ListAppend) {
      grammar.misusedFunction("list_append");
    }
    return source;
  }

  private UpdateExpression.Source operand() {
    LexerToken token = tokens.peek();
    if (token.is("(")) {
      return grammar.group(this::operand);
    }
    if (token.kind() == Kind.VALUE_REFERENCE) {
      return new UpdateExpression.Literal(grammar.literal());
    }
    if (grammar.atFunction()) {
      String name = grammar.functionName();
      checkKnown(name);
      return function(name, grammar.operands(this::part));
    }
    return new UpdateExpression.At(grammar.path());
  }

  private UpdateExpression.Source function(String name, List<UpdateExpression.Source> operands) {
    UpdateExpression.Source first = operands.getFirst();
    if (!FUNCTIONS.contains(name)) {
      return first;
    }
    if (operands.size() != 2) {
      grammar.wrongOperandCount(name, operands.size());
      return first;
    }
    UpdateExpression.Source second = operands.getLast();
    return name.equals("list_append") ? listAppend(first, second) : ifNotExists(first, second);
  }

  private void checkKnown(String name) {
    if (ConditionRules.FUNCTIONS.contains(name)) {
      grammar.foreignFunction("an update", name);
    } else if (!FUNCTIONS.contains(name)) {
      grammar.unknownFunction(name);
    }
  }

  private UpdateExpression.Source ifNotExists(
      UpdateExpression.Source first, UpdateExpression.Source fallback) {
    if (first instanceof UpdateExpression.At(DocumentPath path)) {
      return new UpdateExpression.IfNotExists(path, fallback);
    }
    grammar.pathRequired("if_not_exists");
    return first;
  }

  private UpdateExpression.Source listAppend(
      UpdateExpression.Source first, UpdateExpression.Source second) {
    requireType("list_append", "L", first);
    requireType("list_append", "L", second);
    return new UpdateExpression.ListAppend(first, second);
  }

  private void requireType(String function, String type, UpdateExpression.Source source) {
    if (source instanceof UpdateExpression.Literal(AttributeValue value)
        && !value.type().equals(type)) {
      grammar.wrongOperandType(function, value.type());
    }
  }
}
