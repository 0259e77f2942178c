package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.Token.Kind;
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

  private final Grammar grammar;
  private final Tokens tokens;
  private final Set<Section> seen = EnumSet.noneOf(Section.class);
  private final List<DocumentPath> paths = new ArrayList<>();
  private final List<Update.Assignment> sets = new ArrayList<>();
  private final List<DocumentPath> removes = new ArrayList<>();
  private final List<Update.Change> adds = new ArrayList<>();
  private final List<Update.Change> deletes = new ArrayList<>();

  private enum Section {
    SET,
    REMOVE,
    ADD,
    DELETE
  }

  private UpdateParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
  }

  /** Reads the expression. */
  public static Update parse(String text, Placeholders placeholders) {
    Grammar grammar = new Grammar(MEMBER, text, placeholders);
    var parser = new UpdateParser(grammar);
    parser.sections();
    PathRules.check(grammar, parser.paths);
    grammar.finish();
    return new Update(parser.sets, parser.removes, parser.adds, parser.deletes);
  }

  private void sections() {
    do {
      Section section = section();
      if (!seen.add(section)) {
        grammar.problem(
            Problem.SECTION,
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
        sets.add(new Update.Assignment(path, value()));
      }
      case REMOVE -> removes.add(path);
      case ADD -> adds.add(new Update.Change(path, changed(section)));
      case DELETE -> deletes.add(new Update.Change(path, changed(section)));
    }
  }

  private AttributeValue changed(Section section) {
    AttributeValue value = grammar.literal();
    String wrong = wrongType(section, value);
    if (wrong != null) {
      grammar.problem(
          Problem.OPERAND,
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

  private Update.Source value() {
    Update.Source left = tokens.peek().is("(") ? grammar.group(this::value) : operand();
    boolean plus = tokens.peek().is("+");
    if (!plus && !tokens.peek().is("-")) {
      return left;
    }
    if (left instanceof Update.Plus || left instanceof Update.Minus) {
      throw tokens.syntaxError();
    }
    tokens.next();
    grammar.countOperator();
    return sum(checkedPart(left), part(), plus);
  }

  private Update.Source sum(Update.Source left, Update.Source right, boolean plus) {
    requireType(plus ? "+" : "-", "N", left);
    requireType(plus ? "+" : "-", "N", right);
    return plus ? new Update.Plus(left, right) : new Update.Minus(left, right);
  }

  /** An operand of an operator or function. */
  private Update.Source part() {
    return checkedPart(operand());
  }

  private Update.Source checkedPart(Update.Source source) {
    if (source instanceof Update.ListAppend) {
      grammar.misusedFunction("list_append");
    }
    return source;
  }

  private Update.Source operand() {
    Token token = tokens.peek();
    if (token.is("(")) {
      return grammar.group(this::operand);
    }
    if (token.kind() == Kind.VALUE_REFERENCE) {
      return new Update.Literal(grammar.literal());
    }
    if (grammar.atFunction()) {
      String name = grammar.functionName();
      checkKnown(name);
      return function(name, grammar.operands(this::part));
    }
    return new Update.At(grammar.path());
  }

  private Update.Source function(String name, List<Update.Source> operands) {
    Update.Source first = operands.getFirst();
    if (!FUNCTIONS.contains(name)) {
      return first;
    }
    if (operands.size() != 2) {
      grammar.wrongOperandCount(name, operands.size());
      return first;
    }
    Update.Source second = operands.getLast();
    return name.equals("list_append") ? listAppend(first, second) : ifNotExists(first, second);
  }

  private void checkKnown(String name) {
    if (ConditionChecks.FUNCTIONS.contains(name)) {
      grammar.foreignFunction("an update", name);
    } else if (!FUNCTIONS.contains(name)) {
      grammar.unknownFunction(name);
    }
  }

  private Update.Source ifNotExists(Update.Source first, Update.Source fallback) {
    if (first instanceof Update.At(DocumentPath path)) {
      return new Update.IfNotExists(path, fallback);
    }
    grammar.pathRequired("if_not_exists");
    return first;
  }

  private Update.Source listAppend(Update.Source first, Update.Source second) {
    requireType("list_append", "L", first);
    requireType("list_append", "L", second);
    return new Update.ListAppend(first, second);
  }

  private void requireType(String function, String type, Update.Source source) {
    if (source instanceof Update.Literal(AttributeValue value) && !value.type().equals(type)) {
      grammar.wrongOperandType(function, value.type());
    }
  }
}
