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
            hint = "The provider's name for the model, such as gpt-4o-mini.",
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
            hint =
                "What the agent should do. Use {{ $trigger.body.text }} to insert a value from this run.",
            format = Shape.Format.MULTILINE,
            min = 1,
            max = 100_000,
            dynamic = true)
        String prompt,
    @FormField(
            title = "Tools",
            hint = "What the agent can do on its own: run workflows and call web APIs.",
            max = AgentConfig.MOST_TOOLS,
            fallback = "[]")
        List<Tool> tools,
    @FormField(title = "Answer", fallback = "{\"kind\":\"text\"}") Answer answer,
    @FormField(
            title = "Maximum turns",
            hint = "How many times the agent may call the model.",
            min = 1,
            max = 50,
            fallback = "10")
        int iterations,
    @FormField(
            title = "Maximum tokens",
            hint = "The total of all turns, input and output.",
            min = 100,
            max = 100_000_000)
        @Nullable Integer tokens,
    @FormField(
            title = "Maximum seconds",
            hint = "No turn starts after this. Time spent waiting for approvals counts.",
            min = 1,
            max = 31_536_000,
            advanced = true)
        @Nullable Integer seconds,
    @FormField(
            title = "When a limit is reached",
            hint = "Fail, or answer with what it has so far.",
            fallback = "\"fail\"")
        AtLimit atLimit,
    @FormField(
            title = "Approvers",
            hint =
                "Email addresses of the people who may approve tool calls. Leave empty for all members.",
            max = 50,
            fallback = "[]")
        List<String> approvers,
    @FormField(
            title = "Approval timeout (seconds)",
            hint = "After this, the tool call counts as not approved.",
            min = 1,
            max = 31_536_000,
            advanced = true,
            fallback = "86400")
        int approvalSeconds,
    @FormField(
            title = "Workflow timeout (seconds)",
            hint = "For workflows that are called as tools.",
            min = 1,
            max = 31_536_000,
            advanced = true,
            fallback = "3600")
        int toolSeconds,
    @FormField(
            title = "Temperature",
            hint = "0 gives nearly the same answer every time, 2 the most varied.",
            min = 0,
            max = 2,
            advanced = true)
        @Nullable Double temperature,
    @FormField(title = "Maximum tokens per turn", min = 1, max = 128_000, advanced = true)
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
    @VariantName(title = "JSON with a schema")
    record Json(
        @FormField(
                title = "Schema",
                hint = "The structure of the answer. Later steps can read its fields.",
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
    @VariantName(title = "Answer with what it has")
    ANSWER
  }
}
