package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.query.Condition;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The conditions of a JSONPath Choice. */
sealed interface ChoiceRule extends Condition {

  /** All must hold. */
  record And(List<Condition> parts) implements ChoiceRule {
    @Override
    public boolean test(Data data) {
      return parts.stream().allMatch(part -> part.test(data));
    }

    @Override
    public Set<String> references() {
      return union(parts);
    }
  }

  /** One must hold. */
  record Or(List<Condition> parts) implements ChoiceRule {
    @Override
    public boolean test(Data data) {
      return parts.stream().anyMatch(part -> part.test(data));
    }

    @Override
    public Set<String> references() {
      return union(parts);
    }
  }

  /** It must not hold. */
  record Not(Condition part) implements ChoiceRule {
    @Override
    public boolean test(Data data) {
      return !part.test(data);
    }

    @Override
    public Set<String> references() {
      return part.references();
    }
  }

  /** Two values are in a relation; false when one is of another type. */
  record Compare(Path variable, Comparison type, Comparison.Relation relation, Template expected)
      implements ChoiceRule {
    @Override
    public boolean test(Data data) {
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
  record Matches(Path variable, Glob pattern) implements ChoiceRule {
    @Override
    public boolean test(Data data) {
      JsonNode value = value(variable, data);
      return value.isString() && pattern.matches(value.stringValue());
    }

    @Override
    public Set<String> references() {
      return variable.references();
    }
  }

  /** A value is of a type, or is there at all. */
  record Is(Path variable, Kind kind, boolean wanted) implements ChoiceRule {
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
    public boolean test(Data data) {
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
        case IsTimestamp -> Comparison.instant(value) != null;
      };
    }

    private @Nullable JsonNode optional(Data data) {
      try {
        return variable.read(data);
      } catch (Path.Missing e) {
        return null;
      }
    }

    @Override
    public Set<String> references() {
      return variable.references();
    }
  }

  private static JsonNode value(Path variable, Data data) {
    try {
      return variable.read(data);
    } catch (Path.Missing e) {
      throw Blames.choice(variable);
    }
  }

  private static Set<String> union(List<Condition> parts) {
    Set<String> names = new HashSet<>();
    parts.forEach(part -> names.addAll(part.references()));
    return names;
  }
}
