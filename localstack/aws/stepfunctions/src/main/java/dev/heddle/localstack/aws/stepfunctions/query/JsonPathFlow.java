package dev.heddle.localstack.aws.stepfunctions.query;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flow of a JSONPath state, in the order the service applies its fields.
 *
 * @param inputPath and {@code outputPath}: null for the whole value, which is the default
 * @param resultPath where the result goes in the state's raw input
 */
public record JsonPathFlow(
    @Nullable ValueTemplate inputPath,
    @Nullable ValueTemplate parameters,
    @Nullable ValueTemplate resultSelector,
    ResultPath resultPath,
    @Nullable ValueTemplate outputPath,
    Map<String, ValueTemplate> variables)
    implements DataFlow {

  /** The flow of a catcher: the error output takes its place in the state's input. */
  public static JsonPathFlow ofCatcher(
      ResultPath resultPath, Map<String, ValueTemplate> variables) {
    return new JsonPathFlow(null, null, null, resultPath, null, variables);
  }

  /** The flow of a rule of a Choice, which has nothing but variables of its own. */
  public JsonPathFlow ofRule(Map<String, ValueTemplate> variables) {
    return new JsonPathFlow(inputPath, null, null, resultPath, outputPath, variables);
  }

  @Override
  public JsonNode source(EvaluationContext data) {
    return inputPath == null ? data.input() : inputPath.evaluate(data);
  }

  @Override
  public JsonNode effectiveInput(EvaluationContext data) {
    JsonNode source = source(data);
    return parameters == null ? source : parameters.evaluate(data.withInput(source));
  }

  @Override
  public JsonNode output(EvaluationContext data, @Nullable JsonNode result) {
    JsonNode merged =
        result == null ? source(data) : resultPath.merge(data.input(), select(data, result));
    return outputPath == null ? merged : outputPath.evaluate(data.withInput(merged));
  }

  @Override
  public ObjectNode assign(EvaluationContext data, @Nullable JsonNode result) {
    ObjectNode assigned = Json.object();
    EvaluationContext read = data.withInput(result == null ? source(data) : result);
    variables.forEach((name, value) -> assigned.set(name, value.evaluate(read)));
    return assigned;
  }

  @Override
  public Set<String> assigned() {
    return variables.keySet();
  }

  @Override
  public Set<String> references() {
    Set<String> names = new HashSet<>();
    variables.values().forEach(value -> names.addAll(value.references()));
    Stream.of(inputPath, parameters, resultSelector, outputPath)
        .forEach(part -> names.addAll(part == null ? Set.of() : part.references()));
    return names;
  }

  /** The result as its ResultSelector gives it. */
  public JsonNode select(EvaluationContext data, JsonNode result) {
    return resultSelector == null ? result : resultSelector.evaluate(data.withInput(result));
  }
}
