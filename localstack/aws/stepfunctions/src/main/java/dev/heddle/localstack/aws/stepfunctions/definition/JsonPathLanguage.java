package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import dev.heddle.localstack.aws.stepfunctions.query.InvalidExpression;
import dev.heddle.localstack.aws.stepfunctions.query.JsonPathFlow;
import dev.heddle.localstack.aws.stepfunctions.query.ResultPath;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathFields;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSONPath states: InputPath, Parameters, ResultSelector, ResultPath, OutputPath. */
final class JsonPathLanguage implements QueryLanguage {
  private static final ValueTemplate NOTHING = new ValueTemplate.Literal(Json.nothing());
  private static final ResultPath REPLACE = new ResultPath.Replace();
  private static final Set<String> WORKS = Set.of("Pass", "Task", "Parallel", "Map");
  private static final Set<String> RESULTS = Set.of("Task", "Parallel", "Map");

  @Override
  public String title() {
    return "JSONPath";
  }

  @Override
  public Set<String> fields(String type) {
    Set<String> fields = new HashSet<>();
    if (type.equals("Fail")) {
      return Set.of("ErrorPath", "CausePath");
    }
    fields.addAll(Set.of("InputPath", "OutputPath"));
    if (!type.equals("Succeed")) {
      fields.add("Assign");
    }
    if (WORKS.contains(type)) {
      fields.addAll(Set.of("Parameters", "ResultPath"));
    }
    if (RESULTS.contains(type)) {
      fields.add("ResultSelector");
    }
    fields.addAll(
        switch (type) {
          case "Pass" -> Set.of("Result");
          case "Task" -> Set.of("TimeoutSecondsPath", "HeartbeatSecondsPath");
          case "Map" -> Set.of("ItemsPath", "ItemSelector", "MaxConcurrencyPath");
          case "Wait" -> Set.of("SecondsPath", "TimestampPath");
          default -> Set.<String>of();
        });
    return fields;
  }

  @Override
  public DataFlow flow(DefinitionObject state, String type) {
    // A Map's Parameters are what it hands to each iteration, the older name of ItemSelector.
    boolean parameters = !type.equals("Map");
    return new JsonPathFlow(
        read(state, "InputPath", JsonPathFields::plain),
        parameters ? read(state, "Parameters", JsonPathFields::payload) : null,
        read(state, "ResultSelector", JsonPathFields::payload),
        resultPath(state),
        read(state, "OutputPath", JsonPathFields::plain),
        assign(state));
  }

  @Override
  public DataFlow catching(DefinitionObject catcher) {
    return JsonPathFlow.ofCatcher(resultPath(catcher), assign(catcher));
  }

  @Override
  public ChoiceCondition condition(DefinitionObject rule) {
    try {
      return JsonPathFields.condition(rule.node());
    } catch (InvalidExpression e) {
      rule.problem(String.valueOf(e.getMessage()), e.location());
      return new ChoiceCondition.BooleanTemplate(NOTHING);
    }
  }

  @Override
  public DataFlow choosing(DefinitionObject rule, DataFlow state) {
    return ((JsonPathFlow) state).ofRule(assign(rule));
  }

  @Override
  public @Nullable ValueTemplate value(
      DefinitionObject state, String field, ExpectedType expected) {
    JsonNode literal = state.get(field);
    JsonNode path = state.get(field + "Path");
    if (literal != null && path != null) {
      state.problem("Only one of '" + field + "' and '" + field + "Path' may be set", field);
    }
    if (path != null) {
      return read(state, field + "Path", (value, name) -> computed(value, name, expected));
    }
    if (literal != null && !expected.accepts(literal)) {
      state.problem("Expected value of type " + expected.title(), field);
    }
    return literal == null ? null : new ValueTemplate.Literal(literal);
  }

  private static ValueTemplate computed(JsonNode value, String field, ExpectedType expected)
      throws InvalidExpression {
    return switch (field) {
      case "ErrorPath", "CausePath" -> JsonPathFields.text(value, field);
      case "MaxConcurrencyPath", "ToleratedFailureCountPath" ->
          JsonPathFields.parameter(
              value, field, JsonPathLanguage::integer, refers(field, "integer"));
      case "ToleratedFailurePercentagePath" ->
          JsonPathFields.parameter(value, field, JsonPathLanguage::real, refers(field, "float"));
      case "TimestampPath" ->
          JsonPathFields.parameter(value, field, IsoTimestamps::valid, timestamp());
      default -> JsonPathFields.parameter(value, field, JsonPathLanguage::seconds, number(field));
    };
  }

  private static JsonPathFields.FailureDetail refers(String field, String type) {
    return (found, path) ->
        "The %s field refers to value \"%s\" which is not a valid %s: %s"
            .formatted(field, shown(found), type, path);
  }

  private static JsonPathFields.FailureDetail timestamp() {
    return (found, path) ->
        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time"
            + " format string: "
            + path
            + " == "
            + shown(found);
  }

  private static boolean integer(JsonNode value) {
    return value.isIntegralNumber()
        || value.isString() && value.stringValue().matches("-?[0-9]{1,9}");
  }

  private static boolean real(JsonNode value) {
    return value.isNumber()
        || value.isString() && value.stringValue().matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
  }

  private static String shown(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static boolean seconds(JsonNode value) {
    return value.isIntegralNumber() && value.longValue() >= 0;
  }

  private static JsonPathFields.FailureDetail number(String field) {
    return (found, path) ->
        found.isIntegralNumber()
            ? "The %s parameter references a negative value: %s == %s".formatted(field, path, found)
            : "The %s parameter cannot be parsed as a long value: %s == %s"
                .formatted(field, path, shown(found));
  }

  @Override
  public @Nullable ValueTemplate payload(DefinitionObject state, String field) {
    return read(state, field, JsonPathFields::payload);
  }

  @Override
  public @Nullable ValueTemplate items(DefinitionObject state) {
    return read(state, "ItemsPath", JsonPathFields::plain);
  }

  @Override
  public @Nullable ValueTemplate selector(DefinitionObject state) {
    return payload(state, state.has("ItemSelector") ? "ItemSelector" : "Parameters");
  }

  private static ResultPath resultPath(DefinitionObject state) {
    JsonNode value = state.get("ResultPath");
    try {
      return value == null ? REPLACE : JsonPathFields.resultPath(value);
    } catch (InvalidExpression e) {
      state.problem(String.valueOf(e.getMessage()), "ResultPath");
      return REPLACE;
    }
  }

  private static Map<String, ValueTemplate> assign(DefinitionObject state) {
    JsonNode value = state.get("Assign");
    if (value == null) {
      return Map.of();
    }
    if (!value.isObject()) {
      state.problem("Expected value of type Object", "Assign");
      return Map.of();
    }
    value.propertyNames().forEach(name -> VariableRules.checkName(state, name));
    try {
      return JsonPathFields.assign(value);
    } catch (InvalidExpression e) {
      state.problem(String.valueOf(e.getMessage()), e.location());
      return Map.of();
    }
  }

  /** Reads a field in a way of its own. */
  private interface Reader {
    ValueTemplate read(JsonNode value, String field) throws InvalidExpression;
  }

  private static @Nullable ValueTemplate read(DefinitionObject state, String field, Reader reader) {
    JsonNode value = state.get(field);
    if (value == null) {
      return null;
    }
    try {
      return reader.read(value, field);
    } catch (InvalidExpression e) {
      state.problem(String.valueOf(e.getMessage()), e.location());
      return NOTHING;
    }
  }
}
