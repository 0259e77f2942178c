package dev.heddle.functions.ai.chat;

import dev.heddle.functions.ai.model.ModelSettings;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of a question to a chat model. */
public record ChatConfig(
    @FormField(
            title = "Model",
            hint = "The provider's name for the model, such as gpt-4o-mini.",
            min = 1,
            max = 200,
            dynamic = true)
        String model,
    @FormField(
            title = "Instructions",
            hint = "Who the model is and how it should answer. The same for every run.",
            format = Shape.Format.MULTILINE,
            max = 100_000,
            dynamic = true)
        @Nullable String system,
    @FormField(
            title = "Prompt",
            hint = "What you ask. Use {{ $trigger.body.text }} to insert a value from this run.",
            format = Shape.Format.MULTILINE,
            min = 1,
            max = 200_000,
            dynamic = true)
        String prompt,
    @FormField(title = "Answer", fallback = "{\"kind\":\"text\"}") Answer answer,
    @FormField(
            title = "Temperature",
            hint = "0 gives nearly the same answer every time, 2 the most varied.",
            min = 0,
            max = 2,
            advanced = true)
        @Nullable Double temperature,
    @FormField(title = "Maximum tokens", min = 1, max = 128_000, advanced = true)
        @Nullable Integer maxTokens,
    @FormField(
            title = "Base URL",
            hint = "The URL of another provider, ending in /v1. Leave empty for the default.",
            format = Shape.Format.URL,
            max = 2_000,
            advanced = true)
        @Nullable String baseUrl,
    @FormField(
            title = "API key",
            hint = "The secret that holds the key. Leave empty for the default.",
            format = Shape.Format.SECRET,
            advanced = true)
        @Nullable String apiKey) {

  ModelSettings settings() {
    return new ModelSettings(model, temperature, maxTokens, baseUrl, apiKey);
  }

  /** What form the answer has. */
  public sealed interface Answer {

    /** Words. */
    @VariantName(title = "Text")
    record Text() implements Answer {}

    /** A JSON value that a schema describes. */
    @VariantName(title = "JSON with a schema")
    record Json(
        @FormField(
                title = "Schema",
                hint = "The structure of the answer. Later steps can read its fields.",
                format = Shape.Format.JSON_SCHEMA)
            JsonNode schema)
        implements Answer {}
  }
}
