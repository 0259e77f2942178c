package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.InvalidExpression;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the conditions of a JSONPath Choice. */
final class ChoiceRuleReader {
  private static final Set<String> OTHERS =
      Set.of("Variable", "Next", "Comment", "Assign", "Output");
  private static final int DEPTH = 50;

  private ChoiceRuleReader() {}

  static ChoiceCondition read(JsonNode rule, int depth) throws InvalidExpression {
    if (depth > DEPTH || !rule.isObject()) {
      throw new InvalidExpression(
          "", "A choice rule must be an object, not too deep inside others");
    }
    if (rule.has("And")) {
      return new ChoiceRule.And(all(rule.get("And"), depth));
    }
    if (rule.has("Or")) {
      return new ChoiceRule.Or(all(rule.get("Or"), depth));
    }
    if (rule.has("Not")) {
      return new ChoiceRule.Not(read(rule.get("Not"), depth + 1));
    }
    return comparison(rule);
  }

  private static List<ChoiceCondition> all(JsonNode parts, int depth) throws InvalidExpression {
    if (!parts.isArray()) {
      throw new InvalidExpression("", "Expected a list of rules");
    }
    List<ChoiceCondition> all = new ArrayList<>();
    for (JsonNode part : parts) {
      all.add(read(part, depth + 1));
    }
    if (all.isEmpty()) {
      throw new InvalidExpression("", "Expected at least one rule");
    }
    return all;
  }

  private static ChoiceCondition comparison(JsonNode rule) throws InvalidExpression {
    List<String> operators = new ArrayList<>();
    rule.propertyNames().forEach(operators::add);
    operators.removeAll(OTHERS);
    if (operators.size() != 1 || !rule.path("Variable").isString()) {
      throw new InvalidExpression("", "A choice rule has a Variable and exactly one operator");
    }
    String operator = operators.getFirst();
    try {
      JsonPathExpression variable = JsonPathExpression.of(rule.get("Variable").stringValue());
      return comparison(variable, operator, rule.get(operator));
    } catch (IllegalArgumentException e) {
      throw new InvalidExpression(operator, String.valueOf(e.getMessage()));
    }
  }

  private static ChoiceCondition comparison(
      JsonPathExpression variable, String operator, JsonNode value) {
    if (operator.startsWith("Is")) {
      boolean wanted = required(value.isBoolean(), value).booleanValue();
      return new ChoiceRule.Is(variable, ChoiceRule.Is.Kind.valueOf(operator), wanted);
    }
    if (operator.equals("StringMatches")) {
      String pattern = required(value.isString(), value).stringValue();
      return new ChoiceRule.Matches(variable, Glob.of(pattern));
    }
    for (ComparisonType type : ComparisonType.values()) {
      String prefix = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
      if (operator.startsWith(prefix)) {
        return comparison(variable, type, operator.substring(prefix.length()), value);
      }
    }
    throw new IllegalArgumentException("Unknown operator " + operator);
  }

  private static ChoiceCondition comparison(
      JsonPathExpression variable, ComparisonType type, String operator, JsonNode value) {
    boolean path = operator.endsWith("Path");
    String name = path ? operator.substring(0, operator.length() - 4) : operator;
    var relation = ComparisonType.Relation.valueOf(name);
    return new ChoiceRule.Compare(
        variable, type, relation, path ? path(value) : literal(type, value));
  }

  private static ValueTemplate path(JsonNode value) {
    JsonPathExpression path =
        JsonPathExpression.of(required(value.isString(), value).stringValue());
    return new JsonPathTemplate(path, (p, reason, data) -> PathFailures.choice(p));
  }

  private static ValueTemplate literal(ComparisonType type, JsonNode value) {
    return new ValueTemplate.Literal(required(type.compare(value, value).isPresent(), value));
  }

  private static JsonNode required(boolean right, JsonNode value) {
    if (!right) {
      throw new IllegalArgumentException("The operator cannot compare to " + value);
    }
    return value;
  }
}
