package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an answer in the forms of OpenAI's chat completions: whole, or in chunks. */
record DemoCompletion(CompletionRequest question, DemoAnswer answer, long created) {
  private static final int PIECE = 24;

  ObjectNode whole() {
    ObjectNode body = head("chat.completion");
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0);
    message(choice.putObject("message").put("role", "assistant"));
    choice.putNull("logprobs").put("finish_reason", answer.finish());
    usage(body);
    return body;
  }

  /** Server-sent events, without their {@code data:}; the last one says that it is done. */
  List<String> chunks() {
    List<String> chunks = new ArrayList<>();
    ObjectNode role = DemoSchemas.JSON.createObjectNode().put("role", "assistant");
    chunks.add(chunk(role, false));
    switch (answer) {
      case DemoAnswer.Words words ->
          pieces(words.text()).forEach(piece -> chunks.add(chunk(piece, false)));
      case DemoAnswer.Calls _ -> chunks.add(chunk(toolDelta(), false));
    }
    chunks.add(chunk(DemoSchemas.JSON.createObjectNode(), true));
    if (question.wantsUsage()) {
      ObjectNode last = head("chat.completion.chunk");
      last.putArray("choices");
      usage(last);
      chunks.add(last.toString());
    }
    chunks.add("[DONE]");
    return chunks;
  }

  private static List<ObjectNode> pieces(String text) {
    List<ObjectNode> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PIECE) {
      String piece = text.substring(at, Math.min(at + PIECE, text.length()));
      pieces.add(DemoSchemas.JSON.createObjectNode().put("content", piece));
    }
    return pieces;
  }

  private ObjectNode toolDelta() {
    ObjectNode delta = DemoSchemas.JSON.createObjectNode();
    message(delta);
    int index = 0;
    for (JsonNode call : delta.path("tool_calls")) {
      ((ObjectNode) call).put("index", index++);
    }
    return delta;
  }

  private String chunk(ObjectNode delta, boolean last) {
    ObjectNode body = head("chat.completion.chunk");
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0).set("delta", delta);
    choice.put("finish_reason", last ? answer.finish() : null);
    return body.toString();
  }

  private void message(ObjectNode message) {
    switch (answer) {
      case DemoAnswer.Words words -> message.put("content", words.text()).putNull("refusal");
      case DemoAnswer.Calls calls -> {
        message.putNull("content").putNull("refusal");
        ArrayNode tools = message.putArray("tool_calls");
        calls.calls().forEach(call -> tool(tools.addObject(), call));
      }
    }
  }

  private static void tool(ObjectNode tool, DemoAnswer.Call call) {
    tool.put("id", call.id()).put("type", "function");
    tool.putObject("function").put("name", call.name()).put("arguments", call.arguments());
  }

  private ObjectNode head(String object) {
    String id = Integer.toHexString(question.body().hashCode());
    return DemoSchemas.JSON
        .createObjectNode()
        .put("id", "chatcmpl-demo-" + id)
        .put("object", object)
        .put("created", created)
        .put("model", DemoModel.MODEL)
        .put("system_fingerprint", DemoModel.FINGERPRINT);
  }

  private void usage(ObjectNode body) {
    int prompt = question.tokens();
    int completion = answer.tokens();
    body.putObject("usage")
        .put("prompt_tokens", prompt)
        .put("completion_tokens", completion)
        .put("total_tokens", prompt + completion);
  }
}
