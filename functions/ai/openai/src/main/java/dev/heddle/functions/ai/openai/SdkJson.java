package dev.heddle.functions.ai.openai;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.ResponseFormatJsonSchema.JsonSchema.Schema;
import dev.heddle.functions.spec.model.ToolDefinition;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON in the forms the SDK takes; it reads and writes by another Jackson than ours. */
final class SdkJson {
  private SdkJson() {}

  /** The form an answer is asked for. */
  static ResponseFormatJsonSchema format(JsonNode schema) {
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            ResponseFormatJsonSchema.JsonSchema.builder()
                .name("answer")
                .schema(Schema.builder().putAllAdditionalProperties(values(schema)).build())
                .build())
        .build();
  }

  /** A function that a model may call. */
  static FunctionDefinition function(ToolDefinition tool) {
    return FunctionDefinition.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(
            FunctionParameters.builder()
                .putAllAdditionalProperties(values(tool.parameters()))
                .build())
        .build();
  }

  /** A value as the SDK's. */
  static JsonValue value(JsonNode json) {
    return JsonValue.from(WireJson.MAPPER.treeToValue(json, Object.class));
  }

  /** A value of the SDK's as ours. */
  static JsonNode node(JsonValue value) {
    return WireJson.MAPPER.valueToTree(value.convert(Object.class));
  }

  private static Map<String, JsonValue> values(JsonNode object) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      values.put(entry.getKey(), value(entry.getValue()));
    }
    return values;
  }
}
