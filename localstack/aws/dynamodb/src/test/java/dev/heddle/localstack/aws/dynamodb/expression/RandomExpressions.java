package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.RandomValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes random expressions with their text, the same for the same seed. */
final class RandomExpressions {
  private static final List<String> NAMES = List.of("k0", "k1", "k2", "k3", "name", "a b");

  private final Random random;
  private final RandomValues values;
  private final ObjectNode names = JsonNodeFactory.instance.objectNode();
  private final ObjectNode literals = JsonNodeFactory.instance.objectNode();

  RandomExpressions(Random random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  /** The placeholders that the texts made so far refer to. */
  ExpressionPlaceholders placeholders() {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("E", "");
    if (!names.isEmpty()) {
      input.set("ExpressionAttributeNames", names);
    }
    if (!literals.isEmpty()) {
      input.set("ExpressionAttributeValues", literals);
    }
    return ExpressionPlaceholders.of(new InputStructure(input), List.of("E"), List.of());
  }

  ConditionExpression condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> new ConditionExpression.Exists(path());
      case 1 -> new ConditionExpression.NotExists(path());
      case 2 ->
          new ConditionExpression.OfType(
              new ConditionOperand.At(path()), pick("S", "N", "L", "BOOL"));
      case 3 -> new ConditionExpression.Contains(new ConditionOperand.At(path()), literal());
      case 4 -> new ConditionExpression.BeginsWith(new ConditionOperand.At(path()), text());
      case 5 -> new ConditionExpression.In(operand(), choices());
      case 6 -> new ConditionExpression.Compare(operand(), comparator(), literalOf(values::number));
      case 7 -> new ConditionExpression.Not(condition(depth - 1));
      case 8 -> new ConditionExpression.And(condition(depth - 1), condition(depth - 1));
      default -> new ConditionExpression.Or(condition(depth - 1), condition(depth - 1));
    };
  }

  String print(ConditionExpression condition) {
    return switch (condition) {
      case ConditionExpression.Exists(DocumentPath path) -> "attribute_exists(" + print(path) + ")";
      case ConditionExpression.NotExists(DocumentPath path) ->
          "attribute_not_exists(" + print(path) + ")";
      case ConditionExpression.OfType(ConditionOperand value, String type) ->
          "attribute_type(" + print(value) + ", " + print(new AttributeValue.S(type)) + ")";
      case ConditionExpression.Contains(ConditionOperand value, ConditionOperand part) ->
          "contains(" + print(value) + "," + print(part) + ")";
      case ConditionExpression.BeginsWith(ConditionOperand value, ConditionOperand prefix) ->
          "begins_with (" + print(value) + ", " + print(prefix) + ")";
      case ConditionExpression.In(ConditionOperand value, List<ConditionOperand> choices) ->
          print(value)
              + " IN ("
              + String.join(", ", choices.stream().map(this::print).toList())
              + ")";
      case ConditionExpression.Compare(
              ConditionOperand left,
              ConditionExpression.Comparator comparator,
              ConditionOperand right) ->
          print(left) + space() + comparator.symbol() + space() + print(right);
      case ConditionExpression.Between(
              ConditionOperand value,
              ConditionOperand low,
              ConditionOperand high) ->
          print(value) + " BETWEEN " + print(low) + " AND " + print(high);
      case ConditionExpression.Not(ConditionExpression inner) -> "NOT (" + print(inner) + ")";
      case ConditionExpression.And(ConditionExpression left, ConditionExpression right) ->
          "(" + print(left) + ") AND (" + print(right) + ")";
      case ConditionExpression.Or(ConditionExpression left, ConditionExpression right) ->
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

  private ConditionOperand operand() {
    ConditionOperand at = new ConditionOperand.At(path());
    return random.nextInt(4) == 0 ? new ConditionOperand.Size(at) : at;
  }

  ConditionOperand literal() {
    return new ConditionOperand.Literal(values.value(1));
  }

  private ConditionOperand text() {
    return new ConditionOperand.Literal(new AttributeValue.S(values.text()));
  }

  private ConditionOperand literalOf(Supplier<BigDecimal> number) {
    return random.nextBoolean()
        ? text()
        : new ConditionOperand.Literal(new AttributeValue.N(number.get()));
  }

  private List<ConditionOperand> choices() {
    List<ConditionOperand> choices = new ArrayList<>(List.of(literal()));
    for (int i = random.nextInt(3); i > 0; i--) {
      choices.add(literal());
    }
    return choices;
  }

  private ConditionExpression.Comparator comparator() {
    ConditionExpression.Comparator[] all = ConditionExpression.Comparator.values();
    return all[random.nextInt(all.length)];
  }

  private String pick(String... options) {
    return options[random.nextInt(options.length)];
  }

  private String space() {
    return pick("", " ", "\n\t");
  }

  private String print(ConditionOperand operand) {
    return switch (operand) {
      case ConditionOperand.At(DocumentPath path) -> print(path);
      case ConditionOperand.Literal(AttributeValue value) -> print(value);
      case ConditionOperand.Size(ConditionOperand of) -> "size(" + print(of) + ")";
    };
  }

  String print(AttributeValue value) {
    String reference = ":v" + literals.size();
    literals.set(reference, AttributeValueWriter.json(value));
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
