package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Condition;
import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import dev.heddle.localstack.aws.stepfunctions.query.Flow;
import dev.heddle.localstack.aws.stepfunctions.query.JsonPathFlow;
import dev.heddle.localstack.aws.stepfunctions.query.RefusedExpression;
import dev.heddle.localstack.aws.stepfunctions.query.ResultPath;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import dev.heddle.localstack.aws.stepfunctions.query.path.Paths;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSONPath states: InputPath, Parameters, ResultSelector, ResultPath, OutputPath. */
final class JsonPathDialect implements Dialect {
  private static final Template NOTHING = new Template.Literal(Json.nothing());
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
  public Flow flow(Source state, String type) {
    // A Map's Parameters are what it hands to each iteration, the older name of ItemSelector.
    boolean parameters = !type.equals("Map");
    return new JsonPathFlow(
        read(state, "InputPath", Paths::plain),
        parameters ? read(state, "Parameters", Paths::payload) : null,
        read(state, "ResultSelector", Paths::payload),
        resultPath(state),
        read(state, "OutputPath", Paths::plain),
        assign(state));
  }

  @Override
  public Flow catching(Source catcher) {
    return new JsonPathFlow(null, null, null, resultPath(catcher), null, assign(catcher));
  }

  @Override
  public Condition condition(Source rule) {
    try {
      return Paths.condition(rule.node());
    } catch (RefusedExpression e) {
      rule.problem(String.valueOf(e.getMessage()), e.location());
      return new Condition.Of(NOTHING);
    }
  }

  @Override
  public Flow choosing(Source rule, Flow state) {
    JsonPathFlow own = (JsonPathFlow) state;
    return new JsonPathFlow(own.inputPath(), null, null, REPLACE, own.outputPath(), assign(rule));
  }

  @Override
  public @Nullable Template value(Source state, String field, Expected expected) {
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
    return literal == null ? null : new Template.Literal(literal);
  }

  private static Template computed(JsonNode value, String field, Expected expected)
      throws RefusedExpression {
    return switch (field) {
      case "ErrorPath", "CausePath" -> Paths.text(value, field);
      case "MaxConcurrencyPath", "ToleratedFailureCountPath" ->
          Paths.parameter(value, field, JsonPathDialect::integer, refers(field, "integer"));
      case "ToleratedFailurePercentagePath" ->
          Paths.parameter(value, field, JsonPathDialect::real, refers(field, "float"));
      case "TimestampPath" -> Paths.parameter(value, field, Timestamps::valid, timestamp());
      default -> Paths.parameter(value, field, JsonPathDialect::seconds, number(field));
    };
  }

  private static Paths.Complaint refers(String field, String type) {
    return (found, path) ->
        "The %s field refers to value \"%s\" which is not a valid %s: %s"
            .formatted(field, shown(found), type, path);
  }

  private static Paths.Complaint timestamp() {
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

  private static Paths.Complaint number(String field) {
    return (found, path) ->
        found.isIntegralNumber()
            ? "The %s parameter references a negative value: %s == %s".formatted(field, path, found)
            : "The %s parameter cannot be parsed as a long value: %s == %s"
                .formatted(field, path, shown(found));
  }

  @Override
  public @Nullable Template payload(Source state, String field) {
    return read(state, field, Paths::payload);
  }

  @Override
  public @Nullable Template items(Source state) {
    return read(state, "ItemsPath", Paths::plain);
  }

  @Override
  public @Nullable Template selector(Source state) {
    return payload(state, state.has("ItemSelector") ? "ItemSelector" : "Parameters");
  }

  private static ResultPath resultPath(Source state) {
    JsonNode value = state.get("ResultPath");
    try {
      return value == null ? REPLACE : Paths.resultPath(value);
    } catch (RefusedExpression e) {
      state.problem(String.valueOf(e.getMessage()), "ResultPath");
      return REPLACE;
    }
  }

  private static Map<String, Template> assign(Source state) {
    JsonNode value = state.get("Assign");
    if (value == null) {
      return Map.of();
    }
    if (!value.isObject()) {
      state.problem("Expected value of type Object", "Assign");
      return Map.of();
    }
    value.propertyNames().forEach(name -> Variables.checkName(state, name));
    try {
      return Paths.assign(value);
    } catch (RefusedExpression e) {
      state.problem(String.valueOf(e.getMessage()), e.location());
      return Map.of();
    }
  }

  /** Reads a field in a way of its own. */
  private interface Reader {
    Template read(JsonNode value, String field) throws RefusedExpression;
  }

  private static @Nullable Template read(Source state, String field, Reader reader) {
    JsonNode value = state.get(field);
    if (value == null) {
      return null;
    }
    try {
      return reader.read(value, field);
    } catch (RefusedExpression e) {
      state.problem(String.valueOf(e.getMessage()), e.location());
      return NOTHING;
    }
  }
}
