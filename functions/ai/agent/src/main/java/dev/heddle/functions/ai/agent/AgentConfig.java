package dev.heddle.functions.ai.agent;

import dev.heddle.functions.ai.model.ModelSettings;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of an agent. */
public record AgentConfig(
    @FormField(
            title = "Model",
            hint = "The name the provider gives it, such as gpt-4o-mini.",
            min = 1,
            max = 200,
            dynamic = true)
        String model,
    @FormField(
            title = "Instructions",
            hint = "Who the agent is, what it may do and how it should answer.",
            format = Shape.Format.MULTILINE,
            max = 50_000,
            dynamic = true)
        @Nullable String system,
    @FormField(
            title = "Task",
            hint = "What it is to do. {{ $trigger.body.text }} puts in a value of this run.",
            format = Shape.Format.MULTILINE,
            min = 1,
            max = 100_000,
            dynamic = true)
        String prompt,
    @FormField(
            title = "Tools",
            hint = "What it may do by itself: start workflows and call web APIs.",
            max = AgentConfig.MOST_TOOLS,
            fallback = "[]")
        List<Tool> tools,
    @FormField(title = "Answer", fallback = "{\"kind\":\"text\"}") Answer answer,
    @FormField(
            title = "Most turns",
            hint = "How often the model is asked at most.",
            min = 1,
            max = 50,
            fallback = "10")
        int iterations,
    @FormField(
            title = "Most tokens",
            hint = "What all turns together may take, read and written.",
            min = 100,
            max = 100_000_000)
        @Nullable Integer tokens,
    @FormField(
            title = "Most seconds",
            hint = "No turn begins later than this, waiting for approvals included.",
            min = 1,
            max = 31_536_000,
            advanced = true)
        @Nullable Integer seconds,
    @FormField(
            title = "When a limit is reached",
            hint = "Fail, or answer as well as it can by then.",
            fallback = "\"fail\"")
        AtLimit atLimit,
    @FormField(
            title = "Approvers",
            hint =
                "E-mail addresses of those who may approve calls; every member if there are none.",
            max = 50,
            fallback = "[]")
        List<String> approvers,
    @FormField(
            title = "Seconds an approval is waited for",
            hint = "After that the call counts as rejected.",
            min = 1,
            max = 31_536_000,
            advanced = true,
            fallback = "86400")
        int approvalSeconds,
    @FormField(
            title = "Seconds a workflow may take",
            hint = "Of a workflow that is called as a tool.",
            min = 1,
            max = 31_536_000,
            advanced = true,
            fallback = "3600")
        int toolSeconds,
    @FormField(
            title = "Temperature",
            hint = "0 gives nearly the same answer each time, 2 the most varied.",
            min = 0,
            max = 2,
            advanced = true)
        @Nullable Double temperature,
    @FormField(title = "Longest turn in tokens", min = 1, max = 128_000, advanced = true)
        @Nullable Integer maxTokens,
    @FormField(
            title = "Base URL",
            hint = "Of another provider, up to and including /v1. Leave it out for the default.",
            format = Shape.Format.URL,
            max = 2_000,
            advanced = true)
        @Nullable String baseUrl,
    @FormField(
            title = "API key",
            hint = "The stored secret that holds it. Leave it out for the default.",
            format = Shape.Format.SECRET,
            advanced = true)
        @Nullable String apiKey) {

  /** More only confuse a model. */
  static final int MOST_TOOLS = 40;

  ModelSettings settings() {
    return new ModelSettings(model, temperature, maxTokens, baseUrl, apiKey);
  }

  /** What form the answer has. */
  public sealed interface Answer {

    /** Words. */
    @VariantName(title = "Text")
    record Text() implements Answer {}

    /** A JSON value that a schema describes. */
    @VariantName(title = "JSON by a schema")
    record Json(
        @FormField(
                title = "Schema",
                hint = "What the answer must look like; later steps read its fields.",
                format = Shape.Format.JSON_SCHEMA)
            JsonNode schema)
        implements Answer {}
  }

  /** What happens when turns, tokens or time are used up. */
  public enum AtLimit {
    /** The agent fails. */
    @VariantName(title = "Fail")
    FAIL,
    /** It answers with what it has. */
    @VariantName(title = "Answer as well as it can")
    ANSWER
  }
}
