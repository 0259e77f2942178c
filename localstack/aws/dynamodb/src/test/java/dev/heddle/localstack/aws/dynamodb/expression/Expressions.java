package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes random expressions with their text, the same for the same seed. */
final class Expressions {
  private static final List<String> NAMES = List.of("k0", "k1", "k2", "k3", "name", "a b");

  private final Random random;
  private final Values values;
  private final ObjectNode names = JsonNodeFactory.instance.objectNode();
  private final ObjectNode literals = JsonNodeFactory.instance.objectNode();

  Expressions(Random random) {
    this.random = random;
    this.values = new Values(random);
  }

  /** The placeholders that the texts made so far refer to. */
  Placeholders placeholders() {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("E", "");
    if (!names.isEmpty()) {
      input.set("ExpressionAttributeNames", names);
    }
    if (!literals.isEmpty()) {
      input.set("ExpressionAttributeValues", literals);
    }
    return Placeholders.of(new Input(input), List.of("E"), List.of());
  }

  Condition condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> new Condition.Exists(path());
      case 1 -> new Condition.NotExists(path());
      case 2 -> new Condition.OfType(new Operand.At(path()), pick("S", "N", "L", "BOOL"));
      case 3 -> new Condition.Contains(new Operand.At(path()), literal());
      case 4 -> new Condition.BeginsWith(new Operand.At(path()), text());
      case 5 -> new Condition.In(operand(), choices());
      case 6 -> new Condition.Compare(operand(), comparator(), literalOf(values::number));
      case 7 -> new Condition.Not(condition(depth - 1));
      case 8 -> new Condition.And(condition(depth - 1), condition(depth - 1));
      default -> new Condition.Or(condition(depth - 1), condition(depth - 1));
    };
  }

  String print(Condition condition) {
    return switch (condition) {
      case Condition.Exists(DocumentPath path) -> "attribute_exists(" + print(path) + ")";
      case Condition.NotExists(DocumentPath path) -> "attribute_not_exists(" + print(path) + ")";
      case Condition.OfType(Operand value, String type) ->
          "attribute_type(" + print(value) + ", " + print(new AttributeValue.S(type)) + ")";
      case Condition.Contains(Operand value, Operand part) ->
          "contains(" + print(value) + "," + print(part) + ")";
      case Condition.BeginsWith(Operand value, Operand prefix) ->
          "begins_with (" + print(value) + ", " + print(prefix) + ")";
      case Condition.In(Operand value, List<Operand> choices) ->
          print(value)
              + " IN ("
              + String.join(", ", choices.stream().map(this::print).toList())
              + ")";
      case Condition.Compare(Operand left, Condition.Comparator comparator, Operand right) ->
          print(left) + space() + comparator.symbol() + space() + print(right);
      case Condition.Between(Operand value, Operand low, Operand high) ->
          print(value) + " BETWEEN " + print(low) + " AND " + print(high);
      case Condition.Not(Condition inner) -> "NOT (" + print(inner) + ")";
      case Condition.And(Condition left, Condition right) ->
          "(" + print(left) + ") AND (" + print(right) + ")";
      case Condition.Or(Condition left, Condition right) ->
          "(" + print(left) + ") or (" + print(right) + ")";
    };
  }

  DocumentPath path() {
    List<DocumentPath.Step> steps = new ArrayList<>(List.of(name()));
    for (int i = random.nextInt(3); i > 0; i--) {
      steps.add(random.nextBoolean() ? name() : new DocumentPath.Index(random.nextInt(4)));
    }
    return new DocumentPath(steps);
  }

  private DocumentPath.Name name() {
    return new DocumentPath.Name(NAMES.get(random.nextInt(NAMES.size())));
  }

  private Operand operand() {
    Operand at = new Operand.At(path());
    return random.nextInt(4) == 0 ? new Operand.Size(at) : at;
  }

  Operand literal() {
    return new Operand.Literal(values.value(1));
  }

  private Operand text() {
    return new Operand.Literal(new AttributeValue.S(values.text()));
  }

  private Operand literalOf(Supplier<BigDecimal> number) {
    return random.nextBoolean() ? text() : new Operand.Literal(new AttributeValue.N(number.get()));
  }

  private List<Operand> choices() {
    List<Operand> choices = new ArrayList<>(List.of(literal()));
    for (int i = random.nextInt(3); i > 0; i--) {
      choices.add(literal());
    }
    return choices;
  }

  private Condition.Comparator comparator() {
    Condition.Comparator[] all = Condition.Comparator.values();
    return all[random.nextInt(all.length)];
  }

  private String pick(String... options) {
    return options[random.nextInt(options.length)];
  }

  private String space() {
    return pick("", " ", "\n\t");
  }

  private String print(Operand operand) {
    return switch (operand) {
      case Operand.At(DocumentPath path) -> print(path);
      case Operand.Literal(AttributeValue value) -> print(value);
      case Operand.Size(Operand of) -> "size(" + print(of) + ")";
    };
  }

  String print(AttributeValue value) {
    String reference = ":v" + literals.size();
    literals.set(reference, ValueWriter.json(value));
    return reference;
  }

  String print(DocumentPath path) {
    var text = new StringBuilder();
    for (DocumentPath.Step step : path.steps()) {
      switch (step) {
        case DocumentPath.Name(String name) ->
            text.append(text.isEmpty() ? "" : ".").append(print(name));
        case DocumentPath.Index(int index) -> text.append("[").append(index).append("]");
      }
    }
    return text.toString();
  }

  private String print(String name) {
    if (name.matches("k[0-9]") && random.nextBoolean()) {
      return name;
    }
    String reference = "#n" + names.size();
    names.put(reference, name);
    return reference;
  }
}
