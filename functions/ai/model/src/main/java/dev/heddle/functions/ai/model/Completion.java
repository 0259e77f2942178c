package dev.heddle.functions.ai.model;

import Heddle.ModelFailed;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.completions.CompletionUsage;
import java.util.List;
import java.util.Optional;

/**
 * One answer of a model and what it took, in tokens.
 *
 * @param calls the functions it wants called
 * @param cut whether it broke off at the longest answer allowed
 */
public record Completion(
    String text,
    List<Call> calls,
    String model,
    long promptTokens,
    long completionTokens,
    boolean cut) {

  /** A call of a function; the arguments are JSON text, or should be. */
  public record Call(String id, String name, String arguments) {}

  static Completion of(ChatCompletion completion) {
    if (completion.choices().isEmpty()) {
      throw new ModelFailed("The model gave no answer at all.");
    }
    ChatCompletion.Choice choice = completion.choices().getFirst();
    ChatCompletionMessage message = choice.message();
    message
        .refusal()
        .ifPresent(
            why -> {
              throw new ModelFailed("The model refused to answer: " + why);
            });
    boolean cut = choice.finishReason().equals(FinishReason.LENGTH);
    return new Completion(
        message.content().orElse(""),
        calls(message),
        completion.model(),
        completion.usage().map(CompletionUsage::promptTokens).orElse(0L),
        completion.usage().map(CompletionUsage::completionTokens).orElse(0L),
        cut);
  }

  private static List<Call> calls(ChatCompletionMessage message) {
    return message.toolCalls().orElse(List.of()).stream()
        .map(ChatCompletionMessageToolCall::function)
        .flatMap(Optional::stream)
        .map(Completion::call)
        .toList();
  }

  private static Call call(ChatCompletionMessageFunctionToolCall call) {
    return new Call(call.id(), call.function().name(), call.function().arguments());
  }

  /** This answer after an earlier one: what both took. */
  public Completion after(Completion earlier) {
    return new Completion(
        text,
        calls,
        model,
        promptTokens + earlier.promptTokens,
        completionTokens + earlier.completionTokens,
        cut);
  }
}
