package dev.heddle.functions.spec.model;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a model is asked.
 *
 * @param model the name the provider gives it
 * @param tools those that the model may want called
 * @param toolChoice whether it may want them now
 * @param schema the JSON Schema that the answer should fit; null for an answer in words
 * @param temperature from 0 to 2; null for the provider's own
 * @param maxTokens of the answer; null for the provider's own limit
 * @param timeout of the whole exchange
 */
public record ModelRequest(
    String model,
    List<ChatMessage> messages,
    List<ToolDefinition> tools,
    ToolChoice toolChoice,
    @Nullable JsonNode schema,
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    Duration timeout) {

  /** Whether tools may be wanted. */
  public enum ToolChoice {
    /** The model decides. */
    AUTO,
    /** It must answer without. */
    NONE
  }

  /** A question without messages, in the provider's own manner. */
  public static ModelRequest of(String model, Duration timeout) {
    return new ModelRequest(
        model, List.of(), List.of(), ToolChoice.AUTO, null, null, null, timeout);
  }

  /** The same with more messages. */
  public ModelRequest withMessages(ChatMessage... more) {
    return withMessages(List.of(more));
  }

  /** The same with more messages. */
  public ModelRequest withMessages(List<? extends ChatMessage> more) {
    List<ChatMessage> all = Stream.concat(messages.stream(), more.stream()).toList();
    return new ModelRequest(model, all, tools, toolChoice, schema, temperature, maxTokens, timeout);
  }

  /** The same with tools. */
  public ModelRequest withTools(List<ToolDefinition> tools, ToolChoice choice) {
    return new ModelRequest(
        model, messages, tools, choice, schema, temperature, maxTokens, timeout);
  }

  /** The same for an answer that fits a JSON Schema, or any answer if that is null. */
  public ModelRequest withSchema(@Nullable JsonNode schema) {
    return new ModelRequest(
        model, messages, tools, toolChoice, schema, temperature, maxTokens, timeout);
  }

  /** The same at another temperature. */
  public ModelRequest withTemperature(@Nullable Double temperature) {
    return new ModelRequest(
        model, messages, tools, toolChoice, schema, temperature, maxTokens, timeout);
  }

  /** The same with another longest answer. */
  public ModelRequest withMaxTokens(@Nullable Integer maxTokens) {
    return new ModelRequest(
        model, messages, tools, toolChoice, schema, temperature, maxTokens, timeout);
  }

  /** The same with another time limit. */
  public ModelRequest withTimeout(Duration timeout) {
    return new ModelRequest(
        model, messages, tools, toolChoice, schema, temperature, maxTokens, timeout);
  }
}
