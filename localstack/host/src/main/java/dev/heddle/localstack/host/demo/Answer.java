package dev.heddle.localstack.host.demo;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the demo model has to say: words, JSON as text, or the call of a tool. */
sealed interface Answer {

  /** Words; cut when the request allowed no more. */
  record Words(String text, boolean cut) implements Answer {}

  /** The call of a function with arguments as JSON text. */
  record Call(String id, String name, String arguments) implements Answer {}

  /** The answer to a question. */
  static Answer to(Question question) {
    Optional<JsonNode> tool = Tools.pick(question);
    if (tool.isPresent()) {
      return call(question, tool.get());
    }
    String text =
        question.schema().map(schema -> json(question, schema)).orElseGet(() -> words(question));
    String cut = Tokens.cut(text, question.mostTokens());
    return new Words(cut, cut.length() < text.length());
  }

  private static Call call(Question question, JsonNode tool) {
    String name = tool.path("name").asString("");
    String arguments =
        new SchemaFiller(tool.path("parameters"), question.text(), question.instructions())
            .fill()
            .toString();
    String id = "call_" + Integer.toHexString((name + arguments).hashCode());
    return new Call(id, name, arguments);
  }

  private static String json(Question question, JsonNode schema) {
    return new SchemaFiller(schema, question.text(), question.instructions()).fill().toString();
  }

  private static String words(Question question) {
    String results = String.join("\n", question.toolResults());
    Text text = results.isBlank() ? question.text() : Text.of(results);
    String said = text.sentences().isEmpty() ? "There was nothing to read." : Summary.of(text, 2);
    return said + "\n\n" + DemoModel.NOTE;
  }

  /** About how many tokens it has. */
  default int tokens() {
    return switch (this) {
      case Words words -> Tokens.in(words.text());
      case Call call -> Tokens.in(call.name() + call.arguments());
    };
  }

  /** Why it ends, in the protocol's words. */
  default String finish() {
    return switch (this) {
      case Words words -> words.cut() ? "length" : "stop";
      case Call _ -> "tool_calls";
    };
  }
}
