package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.InvalidExpression;
import dev.heddle.localstack.aws.stepfunctions.query.ResultPath;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the fields of JSONPath states. */
public final class JsonPathFields {
  private static final Pattern STEP = Pattern.compile("\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[(\\d+)\\]");
  private static final ValueTemplate EMPTY = new ValueTemplate.Literal(Json.object());

  private JsonPathFields() {}

  /** InputPath, OutputPath or ItemsPath; null means an empty object. */
  public static ValueTemplate plain(JsonNode value, String field) throws InvalidExpression {
    return value.isNull() ? EMPTY : template(value, field, PathFailures.plain());
  }

  /** A field such as ErrorPath, which may be an intrinsic function. */
  public static ValueTemplate text(JsonNode value, String field) throws InvalidExpression {
    if (value.isString() && value.stringValue().startsWith("States.")) {
      try {
        return IntrinsicParser.read(value.stringValue(), field);
      } catch (IllegalArgumentException e) {
        throw new InvalidExpression(field, String.valueOf(e.getMessage()));
      }
    }
    ValueTemplate read = template(value, field, PathFailures.template(field));
    return new CheckedTemplate(
        read,
        JsonNode::isString,
        (found, path) ->
            "The " + field + " field must reference a string, but " + path + " is " + found);
  }

  /** A field such as SecondsPath; {@code complaint} is what a wrong value is told. */
  public static ValueTemplate parameter(
      JsonNode value, String field, Predicate<JsonNode> right, FailureDetail complaint)
      throws InvalidExpression {
    return new CheckedTemplate(
        template(value, field, PathFailures.parameter(field)), right, complaint);
  }

  /** A payload template. */
  public static ValueTemplate payload(JsonNode value, String field) throws InvalidExpression {
    return PayloadTemplate.read(value, field);
  }

  /** The variables of an Assign field. */
  public static Map<String, ValueTemplate> assign(JsonNode value) throws InvalidExpression {
    return PayloadTemplate.fields(value, "Assign");
  }

  /** What decides a Choice rule. */
  public static ChoiceCondition condition(JsonNode rule) throws InvalidExpression {
    return ChoiceRuleReader.read(rule, 0);
  }

  /** ResultPath: null drops the result. */
  public static ResultPath resultPath(JsonNode value) throws InvalidExpression {
    if (value.isNull()) {
      return new ResultPath.Discard();
    }
    JsonPathExpression path = path(value, "ResultPath");
    if (!path.definite() || path.text().startsWith("$$") || !path.references().isEmpty()) {
      throw new InvalidExpression("ResultPath", "ResultPath must be a reference path");
    }
    List<Object> steps = steps(path);
    return steps.isEmpty() ? new ResultPath.Replace() : new ResultPath.Inside(steps);
  }

  private static List<Object> steps(JsonPathExpression path) throws InvalidExpression {
    List<Object> steps = new ArrayList<>();
    String normal = path.normal().substring(1);
    Matcher step = STEP.matcher(normal);
    int end = 0;
    while (step.find() && step.start() == end) {
      steps.add(step.group(1) != null ? step.group(1) : Integer.parseInt(step.group(2)));
      end = step.end();
    }
    if (end != normal.length()) {
      throw new InvalidExpression("ResultPath", "ResultPath must be a reference path");
    }
    return steps;
  }

  private static ValueTemplate template(
      JsonNode value, String field, JsonPathTemplate.FailureFactory blame)
      throws InvalidExpression {
    return new JsonPathTemplate(path(value, field), blame);
  }

  private static JsonPathExpression path(JsonNode value, String field) throws InvalidExpression {
    if (!value.isString()) {
      throw new InvalidExpression(field, "Expected a JSONPath");
    }
    try {
      return JsonPathExpression.of(value.stringValue());
    } catch (IllegalArgumentException e) {
      throw new InvalidExpression(field, String.valueOf(e.getMessage()));
    }
  }

  /** What a wrong value is told: the value found and the path it was found by. */
  @FunctionalInterface
  public interface FailureDetail {
    /** The detail of the failure. */
    String about(JsonNode found, String path);
  }

  private record CheckedTemplate(
      ValueTemplate template, Predicate<JsonNode> right, FailureDetail failureDetail)
      implements ValueTemplate {
    @Override
    public JsonNode evaluate(dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext data) {
      JsonNode found = template.evaluate(data);
      if (!right.test(found)) {
        String path =
            template instanceof JsonPathTemplate(JsonPathExpression p, var b) ? p.text() : "";
        throw StateFault.runtime(failureDetail.about(found, path));
      }
      return found;
    }

    @Override
    public java.util.Set<String> references() {
      return template.references();
    }
  }
}
