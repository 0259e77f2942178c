package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The conditions of a JSONPath Choice. */
sealed interface ChoiceRule extends ChoiceCondition {

  /** All must hold. */
  record And(List<ChoiceCondition> parts) implements ChoiceRule {
    @Override
    public boolean test(EvaluationContext data) {
      return parts.stream().allMatch(part -> part.test(data));
    }

    @Override
    public Set<String> references() {
      return union(parts);
    }
  }

  /** One must hold. */
  record Or(List<ChoiceCondition> parts) implements ChoiceRule {
    @Override
    public boolean test(EvaluationContext data) {
      return parts.stream().anyMatch(part -> part.test(data));
    }

    @Override
    public Set<String> references() {
      return union(parts);
    }
  }

  /** It must not hold. */
  record Not(ChoiceCondition part) implements ChoiceRule {
    @Override
    public boolean test(EvaluationContext data) {
      return !part.test(data);
    }

    @Override
    public Set<String> references() {
      return part.references();
    }
  }

  /** Two values are in a relation; false when one is of another type. */
  record Compare(
      JsonPathExpression variable,
      ComparisonType type,
      ComparisonType.Relation relation,
      ValueTemplate expected)
      implements ChoiceRule {
    @Override
    public boolean test(EvaluationContext data) {
      OptionalInt order = type.compare(value(variable, data), expected.evaluate(data));
      return order.isPresent() && relation.holds(order.getAsInt());
    }

    @Override
    public Set<String> references() {
      Set<String> names = new HashSet<>(variable.references());
      names.addAll(expected.references());
      return names;
    }
  }

  /** A string matches a pattern in which {@code *} stands for anything. */
  record Matches(JsonPathExpression variable, Glob pattern) implements ChoiceRule {
    @Override
    public boolean test(EvaluationContext data) {
      JsonNode value = value(variable, data);
      return value.isString() && pattern.matches(value.stringValue());
    }

    @Override
    public Set<String> references() {
      return variable.references();
    }
  }

  /** A value is of a type, or is there at all. */
  record Is(JsonPathExpression variable, Kind kind, boolean wanted) implements ChoiceRule {
    /** What is asked about the value. */
    enum Kind {
      IsNull,
      IsPresent,
      IsNumeric,
      IsString,
      IsBoolean,
      IsTimestamp
    }

    @Override
    public boolean test(EvaluationContext data) {
      JsonNode value = kind == Kind.IsPresent ? optional(data) : value(variable, data);
      return is(value) == wanted;
    }

    private boolean is(@Nullable JsonNode value) {
      if (value == null) {
        return false;
      }
      return switch (kind) {
        case IsPresent -> true;
        case IsNull -> value.isNull();
        case IsNumeric -> value.isNumber();
        case IsString -> value.isString();
        case IsBoolean -> value.isBoolean();
        case IsTimestamp -> ComparisonType.instant(value) != null;
      };
    }

    private @Nullable JsonNode optional(EvaluationContext data) {
      try {
        return variable.read(data);
      } catch (JsonPathExpression.PathNotFound e) {
        return null;
      }
    }

    @Override
    public Set<String> references() {
      return variable.references();
    }
  }

  private static JsonNode value(JsonPathExpression variable, EvaluationContext data) {
    try {
      return variable.read(data);
    } catch (JsonPathExpression.PathNotFound e) {
      throw PathFailures.choice(variable);
    }
  }

  private static Set<String> union(List<ChoiceCondition> parts) {
    Set<String> names = new HashSet<>();
    parts.forEach(part -> names.addAll(part.references()));
    return names;
  }
}
