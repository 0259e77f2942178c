package dev.heddle.functions.ai.openai;

import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.heddle.functions.spec.model.ChatMessage;
import dev.heddle.functions.spec.model.ContentPart;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.model.ModelRequest;
import dev.heddle.functions.spec.model.ModelRequest.ToolChoice;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.model.ToolDefinition;
import dev.heddle.functions.spec.model.ToolResult;

/** A question as the SDK's request. */
final class ChatRequest {
  private ChatRequest() {}

  static ChatCompletionCreateParams.Builder of(ModelRequest question, ModelEndpoint endpoint) {
    var request = ChatCompletionCreateParams.builder().model(question.model());
    if (question.temperature() != null) {
      request.temperature(question.temperature());
    }
    if (question.maxTokens() != null) {
      limit(request, question.maxTokens(), endpoint);
    }
    question.messages().forEach(message -> say(request, message));
    for (ToolDefinition tool : question.tools()) {
      request.addFunctionTool(SdkJson.function(tool));
    }
    if (question.toolChoice() == ToolChoice.NONE && !question.tools().isEmpty()) {
      request.toolChoice(ChatCompletionToolChoiceOption.Auto.NONE);
    }
    if (question.schema() != null) {
      request.responseFormat(SdkJson.format(question.schema()));
    }
    return request;
  }

  /** The same for an answer in pieces, the last of which tells what it took. */
  static ChatCompletionCreateParams.Builder streaming(
      ModelRequest question, ModelEndpoint endpoint) {
    return of(question, endpoint)
        .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
  }

  /** OpenAI's own models refuse the older name of the limit, most others know only that. */
  private static void limit(
      ChatCompletionCreateParams.Builder request, int tokens, ModelEndpoint endpoint) {
    if (endpoint.baseUrl().startsWith("https://api.openai.com/")) {
      request.maxCompletionTokens(tokens);
    } else {
      request.maxTokens(tokens);
    }
  }

  private static void say(ChatCompletionCreateParams.Builder request, ChatMessage message) {
    switch (message) {
      case ChatMessage.SystemPrompt(String text) -> request.addSystemMessage(text);
      case ChatMessage.User user -> request.addUserMessage(ContentPart.text(user.parts()));
      case ChatMessage.Assistant said -> request.addMessage(said(said));
      case ToolResult result ->
          request.addMessage(
              ChatCompletionToolMessageParam.builder()
                  .toolCallId(result.id())
                  .content(ContentPart.text(result.parts()))
                  .build());
    }
  }

  private static ChatCompletionAssistantMessageParam said(ChatMessage.Assistant said) {
    var message = ChatCompletionAssistantMessageParam.builder();
    if (!said.text().isBlank() || said.calls().isEmpty()) {
      message.content(said.text());
    }
    for (int i = 0; i < said.calls().size(); i++) {
      message.addToolCall(call(said.calls().get(i), i, said));
    }
    return message.build();
  }

  private static ChatCompletionMessageFunctionToolCall call(
      ToolCall call, int place, ChatMessage.Assistant said) {
    return ChatCompletionMessageFunctionToolCall.builder()
        .id(call.id())
        .function(
            ChatCompletionMessageFunctionToolCall.Function.builder()
                .name(call.name())
                .arguments(call.arguments())
                .build())
        .putAllAdditionalProperties(ExtraContent.of(said.providerData(), place))
        .build();
  }
}
