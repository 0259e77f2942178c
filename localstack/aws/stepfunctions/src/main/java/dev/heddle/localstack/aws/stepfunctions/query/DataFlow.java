package dev.heddle.localstack.aws.stepfunctions.query;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How data passes through a state: into its work, out of it, and into variables. */
public sealed interface DataFlow permits DataFlow.Jsonata, JsonPathFlow {

  /** What the state works on. */
  JsonNode effectiveInput(EvaluationContext data);

  /** The value that item paths and selectors start from. */
  JsonNode source(EvaluationContext data);

  /** The state's output, given its result if it has one; in a catcher, the error output. */
  JsonNode output(EvaluationContext data, @Nullable JsonNode result);

  /** The variables it assigns, empty if none. */
  ObjectNode assign(EvaluationContext data, @Nullable JsonNode result);

  /** The names of the variables it assigns. */
  Set<String> assigned();

  /** The names of the variables it reads. */
  Set<String> references();

  /** The flow of a JSONata state: Arguments, Output and Assign. */
  record Jsonata(
      @Nullable ValueTemplate arguments,
      @Nullable ValueTemplate output,
      Map<String, ValueTemplate> variables)
      implements DataFlow {

    @Override
    public JsonNode effectiveInput(EvaluationContext data) {
      return arguments == null ? data.input() : arguments.evaluate(data);
    }

    @Override
    public JsonNode source(EvaluationContext data) {
      return data.input();
    }

    @Override
    public JsonNode output(EvaluationContext data, @Nullable JsonNode result) {
      if (output != null) {
        return output.evaluate(with(data, result));
      }
      if (result != null) {
        return result;
      }
      return data.error() != null ? data.error() : data.input();
    }

    @Override
    public ObjectNode assign(EvaluationContext data, @Nullable JsonNode result) {
      ObjectNode assigned = Json.object();
      EvaluationContext read = with(data, result);
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
      names.addAll(arguments == null ? Set.of() : arguments.references());
      names.addAll(output == null ? Set.of() : output.references());
      return names;
    }

    private static EvaluationContext with(EvaluationContext data, @Nullable JsonNode result) {
      return result == null || data.error() != null ? data : data.withResult(result);
    }
  }
}
