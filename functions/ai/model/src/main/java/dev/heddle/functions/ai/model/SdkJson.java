package dev.heddle.functions.ai.model;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.ResponseFormatJsonSchema.JsonSchema.Schema;
import dev.heddle.functions.spec.shape.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Schemas in the forms the SDK takes. */
public final class SdkJson {
  private SdkJson() {}

  /** The form an answer is asked for. */
  public static ResponseFormatJsonSchema format(JsonSchema schema) {
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            ResponseFormatJsonSchema.JsonSchema.builder()
                .name("answer")
                .schema(Schema.builder().putAllAdditionalProperties(values(schema.json())).build())
                .build())
        .build();
  }

  /** A function that a model may call. */
  public static FunctionDefinition function(String name, String description, JsonNode schema) {
    return FunctionDefinition.builder()
        .name(name)
        .description(description)
        .parameters(FunctionParameters.builder().putAllAdditionalProperties(values(schema)).build())
        .build();
  }

  private static Map<String, JsonValue> values(JsonNode object) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      values.put(
          entry.getKey(), JsonValue.from(Wire.JSON.treeToValue(entry.getValue(), Object.class)));
    }
    return values;
  }
}
