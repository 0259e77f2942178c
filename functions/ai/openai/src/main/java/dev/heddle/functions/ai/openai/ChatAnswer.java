package dev.heddle.functions.ai.openai;

import Heddle.ModelFailed;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.completions.CompletionUsage;
import dev.heddle.functions.spec.model.ChatMessage;
import dev.heddle.functions.spec.model.ContentPart;
import dev.heddle.functions.spec.model.FinishReason;
import dev.heddle.functions.spec.model.ModelResponse;
import dev.heddle.functions.spec.model.TokenUsage;
import dev.heddle.functions.spec.model.ToolCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the SDK read, as an answer. */
final class ChatAnswer {
  private ChatAnswer() {}

  /** The SDK gives null for the JSON null. */
  static ModelResponse of(@Nullable ChatCompletion completion) {
    if (completion == null || completion.choices().isEmpty()) {
      throw new ModelFailed("The model returned no answer.");
    }
    Choice choice = completion.choices().getFirst();
    choice
        .message()
        .refusal()
        .ifPresent(
            why -> {
              throw new ModelFailed("The model refused to answer: " + why);
            });
    return new ModelResponse(
        completion.model(),
        message(choice.message()),
        finishReason(choice),
        completion.usage().map(ChatAnswer::usage).orElse(TokenUsage.NONE));
  }

  private static ChatMessage.Assistant message(ChatCompletionMessage message) {
    List<ChatCompletionMessageFunctionToolCall> calls =
        message.toolCalls().orElse(List.of()).stream()
            .map(ChatCompletionMessageToolCall::function)
            .flatMap(Optional::stream)
            .toList();
    return new ChatMessage.Assistant(
        ContentPart.of(message.content().orElse("")),
        calls.stream().map(ChatAnswer::call).toList(),
        ExtraContent.of(calls));
  }

  private static ToolCall call(ChatCompletionMessageFunctionToolCall call) {
    return new ToolCall(call.id(), call.function().name(), call.function().arguments());
  }

  private static FinishReason finishReason(Choice choice) {
    return switch (choice.finishReason().value()) {
      case STOP -> FinishReason.STOP;
      case LENGTH -> FinishReason.LENGTH;
      case TOOL_CALLS, FUNCTION_CALL -> FinishReason.TOOL_CALLS;
      case CONTENT_FILTER -> FinishReason.CONTENT_FILTER;
      case _UNKNOWN -> FinishReason.OTHER;
    };
  }

  private static TokenUsage usage(CompletionUsage usage) {
    return new TokenUsage(usage.promptTokens(), usage.completionTokens());
  }
}
