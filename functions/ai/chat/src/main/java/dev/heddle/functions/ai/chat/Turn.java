package dev.heddle.functions.ai.chat;

import Heddle.ModelFailed;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.completions.CompletionUsage;

/** One answer of a model and what it took, in tokens. */
record Turn(String text, String model, long promptTokens, long completionTokens, boolean cut) {

  static Turn of(ChatCompletion completion) {
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
    return new Turn(
        message.content().orElse(""),
        completion.model(),
        completion.usage().map(CompletionUsage::promptTokens).orElse(0L),
        completion.usage().map(CompletionUsage::completionTokens).orElse(0L),
        cut);
  }

  /** This turn after an earlier one: what both took. */
  Turn after(Turn earlier) {
    return new Turn(
        text,
        model,
        promptTokens + earlier.promptTokens,
        completionTokens + earlier.completionTokens,
        cut);
  }
}
