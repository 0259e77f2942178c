package dev.heddle.functions.ai.openai;

import Heddle.HttpFailed;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import dev.heddle.functions.spec.model.ModelResponse;
import dev.heddle.functions.spec.model.ModelResponseDelta;
import java.util.List;
import java.util.function.Consumer;

/** An answer that comes in pieces: each is handed on, and all are put together. */
final class ChatStream {
  private final ChatCompletionAccumulator chunks = ChatCompletionAccumulator.create();
  private final Consumer<ModelResponseDelta> pieces;
  private boolean finished;

  ChatStream(Consumer<ModelResponseDelta> pieces) {
    this.pieces = pieces;
  }

  void add(ChatCompletionChunk chunk) {
    chunks.accumulate(chunk);
    for (ChatCompletionChunk.Choice choice : chunk.choices()) {
      finished |= choice.finishReason().isPresent();
      hand(choice.delta());
    }
  }

  private void hand(Delta delta) {
    delta
        .content()
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> pieces.accept(new ModelResponseDelta.Text(text)));
    delta.toolCalls().orElse(List.of()).stream().map(ChatStream::call).forEach(pieces);
  }

  private static ModelResponseDelta call(Delta.ToolCall call) {
    return new ModelResponseDelta.Call(
        Math.toIntExact(call.index()),
        call.id().orElse(""),
        call.function().flatMap(Delta.ToolCall.Function::name).orElse(""),
        call.function().flatMap(Delta.ToolCall.Function::arguments).orElse(""));
  }

  /** All of it; what ended before the model had finished is no answer. */
  ModelResponse whole() {
    if (!finished) {
      throw new HttpFailed("The connection was lost while the model was answering.");
    }
    return ChatAnswer.of(chunks.chatCompletion());
  }
}
