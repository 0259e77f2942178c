package dev.heddle.localstack.aws.stepfunctions.query;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a JSONPath state puts its result: in place of its input, nowhere, or inside it. */
public sealed interface ResultPath {

  /** The input with the result put where it belongs. */
  JsonNode merge(JsonNode input, JsonNode result);

  /** The result replaces the input; the default. */
  record Replace() implements ResultPath {
    @Override
    public JsonNode merge(JsonNode input, JsonNode result) {
      return result;
    }
  }

  /** The result is dropped. */
  record Discard() implements ResultPath {
    @Override
    public JsonNode merge(JsonNode input, JsonNode result) {
      return input;
    }
  }

  /** The result goes to a reference path; each step is a field's name or an array's index. */
  record Inside(List<Object> steps) implements ResultPath {
    @Override
    public JsonNode merge(JsonNode input, JsonNode result) {
      return put(input, 0, result);
    }

    private JsonNode put(JsonNode at, int step, JsonNode result) {
      if (step == steps.size()) {
        return result;
      }
      return switch (steps.get(step)) {
        case Integer index -> putItem(at, index, step, result);
        default -> putField(at, (String) steps.get(step), step, result);
      };
    }

    private JsonNode putField(JsonNode at, String name, int step, JsonNode result) {
      ObjectNode copy = at instanceof ObjectNode object ? shallow(object) : fresh(at);
      JsonNode inner = copy.has(name) ? copy.get(name) : Json.object();
      copy.set(name, put(inner, step + 1, result));
      return copy;
    }

    private static ObjectNode fresh(JsonNode at) {
      if (at.isNull()) {
        return Json.object();
      }
      throw StateFault.of(
          "States.ResultPathMatchFailure", "Unable to apply ReferencePath to input " + at);
    }

    private static ObjectNode shallow(ObjectNode object) {
      ObjectNode copy = Json.object();
      object.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
      return copy;
    }

    private JsonNode putItem(JsonNode at, int index, int step, JsonNode result) {
      if (!(at instanceof ArrayNode array) || index >= array.size()) {
        throw StateFault.of(
            "States.ResultPathMatchFailure", "Unable to apply ReferencePath to input " + at);
      }
      ArrayNode copy = Json.array();
      array.forEach(copy::add);
      copy.set(index, put(array.get(index), step + 1, result));
      return copy;
    }
  }
}
