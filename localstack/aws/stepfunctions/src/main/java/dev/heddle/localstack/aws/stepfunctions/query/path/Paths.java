package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Condition;
import dev.heddle.localstack.aws.stepfunctions.query.RefusedExpression;
import dev.heddle.localstack.aws.stepfunctions.query.ResultPath;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the fields of JSONPath states. */
public final class Paths {
  private static final Pattern STEP = Pattern.compile("\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[(\\d+)\\]");
  private static final Template EMPTY = new Template.Literal(Json.object());

  private Paths() {}

  /** InputPath, OutputPath or ItemsPath; null means an empty object. */
  public static Template plain(JsonNode value, String field) throws RefusedExpression {
    return value.isNull() ? EMPTY : template(value, field, Blames.plain());
  }

  /** A field such as ErrorPath, which may be an intrinsic function. */
  public static Template text(JsonNode value, String field) throws RefusedExpression {
    if (value.isString() && value.stringValue().startsWith("States.")) {
      try {
        return Intrinsics.read(value.stringValue(), field);
      } catch (IllegalArgumentException e) {
        throw new RefusedExpression(field, String.valueOf(e.getMessage()));
      }
    }
    Template read = template(value, field, Blames.template(field));
    return new Checked(
        read,
        JsonNode::isString,
        (found, path) ->
            "The " + field + " field must reference a string, but " + path + " is " + found);
  }

  /** A field such as SecondsPath; {@code complaint} is what a wrong value is told. */
  public static Template parameter(
      JsonNode value, String field, Predicate<JsonNode> right, Complaint complaint)
      throws RefusedExpression {
    return new Checked(template(value, field, Blames.parameter(field)), right, complaint);
  }

  /** A payload template. */
  public static Template payload(JsonNode value, String field) throws RefusedExpression {
    return PayloadTemplate.read(value, field);
  }

  /** The variables of an Assign field. */
  public static Map<String, Template> assign(JsonNode value) throws RefusedExpression {
    return PayloadTemplate.fields(value, "Assign");
  }

  /** What decides a Choice rule. */
  public static Condition condition(JsonNode rule) throws RefusedExpression {
    return ChoiceRules.read(rule, 0);
  }

  /** ResultPath: null drops the result. */
  public static ResultPath resultPath(JsonNode value) throws RefusedExpression {
    if (value.isNull()) {
      return new ResultPath.Discard();
    }
    Path path = path(value, "ResultPath");
    if (!path.definite() || path.text().startsWith("$$") || !path.references().isEmpty()) {
      throw new RefusedExpression("ResultPath", "ResultPath must be a reference path");
    }
    List<Object> steps = steps(path);
    return steps.isEmpty() ? new ResultPath.Replace() : new ResultPath.Inside(steps);
  }

  private static List<Object> steps(Path path) throws RefusedExpression {
    List<Object> steps = new ArrayList<>();
    String normal = path.normal().substring(1);
    Matcher step = STEP.matcher(normal);
    int end = 0;
    while (step.find() && step.start() == end) {
      steps.add(step.group(1) != null ? step.group(1) : Integer.parseInt(step.group(2)));
      end = step.end();
    }
    if (end != normal.length()) {
      throw new RefusedExpression("ResultPath", "ResultPath must be a reference path");
    }
    return steps;
  }

  private static Template template(JsonNode value, String field, PathTemplate.Blame blame)
      throws RefusedExpression {
    return new PathTemplate(path(value, field), blame);
  }

  private static Path path(JsonNode value, String field) throws RefusedExpression {
    if (!value.isString()) {
      throw new RefusedExpression(field, "Expected a JSONPath");
    }
    try {
      return Path.of(value.stringValue());
    } catch (IllegalArgumentException e) {
      throw new RefusedExpression(field, String.valueOf(e.getMessage()));
    }
  }

  /** What a wrong value is told: the value found and the path it was found by. */
  @FunctionalInterface
  public interface Complaint {
    /** The detail of the failure. */
    String about(JsonNode found, String path);
  }

  private record Checked(Template template, Predicate<JsonNode> right, Complaint complaint)
      implements Template {
    @Override
    public JsonNode evaluate(dev.heddle.localstack.aws.stepfunctions.query.Data data) {
      JsonNode found = template.evaluate(data);
      if (!right.test(found)) {
        String path = template instanceof PathTemplate(Path p, var b) ? p.text() : "";
        throw StateFault.runtime(complaint.about(found, path));
      }
      return found;
    }

    @Override
    public java.util.Set<String> references() {
      return template.references();
    }
  }
}
