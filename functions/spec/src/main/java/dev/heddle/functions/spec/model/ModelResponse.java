package dev.heddle.functions.spec.model;

import java.util.List;

/**
 * What a model answered.
 *
 * @param model the model's exact name, as the provider gives it
 */
public record ModelResponse(
    String model, ChatMessage.Assistant message, FinishReason finishReason, TokenUsage usage) {

  /** Its words; empty when there are none. */
  public String text() {
    return message.text();
  }

  /** The tools it wants called. */
  public List<ToolCall> calls() {
    return message.calls();
  }

  /** Whether it broke off at the longest answer allowed. */
  public boolean truncated() {
    return finishReason == FinishReason.LENGTH;
  }

  /** This answer after an earlier one: what both took. */
  public ModelResponse after(ModelResponse earlier) {
    return new ModelResponse(model, message, finishReason, earlier.usage.plus(usage));
  }
}
