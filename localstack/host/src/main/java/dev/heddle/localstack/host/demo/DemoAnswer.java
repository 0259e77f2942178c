package dev.heddle.localstack.host.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the demo model has to say: words, JSON as text, or calls of tools. */
sealed interface DemoAnswer {

  /** Words; cut when the request allowed no more. */
  record Words(String text, boolean cut) implements DemoAnswer {}

  /** Calls of functions, to be made at once. */
  record Calls(List<Call> calls) implements DemoAnswer {}

  /** The call of a function with arguments as JSON text. */
  record Call(String id, String name, String arguments) {}

  /** The answer to a question. */
  static DemoAnswer to(CompletionRequest question) {
    List<JsonNode> tools = ToolChooser.pick(question);
    if (!tools.isEmpty()) {
      return new Calls(tools.stream().map(tool -> call(question, tool)).toList());
    }
    String text =
        question.schema().map(schema -> json(question, schema)).orElseGet(() -> words(question));
    String cut = TokenEstimate.cut(text, question.mostTokens());
    return new Words(cut, cut.length() < text.length());
  }

  private static Call call(CompletionRequest question, JsonNode tool) {
    String name = tool.path("name").asString("");
    String arguments =
        new SchemaFiller(tool.path("parameters"), question.text(), question.instructions())
            .fill()
            .toString();
    String id = "call_" + Integer.toHexString((name + arguments).hashCode());
    return new Call(id, name, arguments);
  }

  private static String json(CompletionRequest question, JsonNode schema) {
    List<String> results = question.toolResults();
    AnalyzedText text =
        results.isEmpty()
            ? question.text()
            : AnalyzedText.of(question.text().raw() + "\n" + ToolResultSummary.of(results));
    return new SchemaFiller(schema, text, question.instructions()).fill().toString();
  }

  private static String words(CompletionRequest question) {
    List<String> results = question.toolResults();
    String said = results.isEmpty() ? gist(question.text()) : ToolResultSummary.of(results);
    return said + "\n\n" + DemoModel.NOTE;
  }

  private static String gist(AnalyzedText text) {
    return text.sentences().isEmpty() ? "There is no text to read." : TextSummary.of(text, 2);
  }

  /** About how many tokens it has. */
  default int tokens() {
    return switch (this) {
      case Words words -> TokenEstimate.in(words.text());
      case Calls calls ->
          calls.calls().stream()
              .mapToInt(call -> TokenEstimate.in(call.name() + call.arguments()))
              .sum();
    };
  }

  /** Why it ends, in the protocol's words. */
  default String finish() {
    return switch (this) {
      case Words words -> words.cut() ? "length" : "stop";
      case Calls _ -> "tool_calls";
    };
  }
}
