package dev.heddle.localstack.host.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A request for a chat completion, as far as the demo model understands it. */
record CompletionRequest(JsonNode body) {

  List<JsonNode> messages() {
    return body.path("messages").valueStream().toList();
  }

  /** What the last message of the user says, or all of them when it says nothing. */
  AnalyzedText text() {
    List<String> said = said("user");
    return AnalyzedText.of(said.isEmpty() ? "" : said.getLast());
  }

  /** What the system and developer messages say. */
  String instructions() {
    return String.join("\n", said("system")) + "\n" + String.join("\n", said("developer"));
  }

  private List<String> said(String role) {
    return messages().stream()
        .filter(message -> message.path("role").asString("").equals(role))
        .map(message -> text(message.path("content")))
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** Content is a text or a list of parts of which some are text. */
  private static String text(JsonNode content) {
    return content.isString()
        ? content.stringValue()
        : content
            .valueStream()
            .map(part -> part.path("text").asString(""))
            .collect(Collectors.joining("\n"));
  }

  /** What tools answered since the user spoke last. */
  List<String> toolResults() {
    List<JsonNode> all = messages();
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      from = all.get(i).path("role").asString("").equals("user") ? i : from;
    }
    return all.subList(from, all.size()).stream()
        .filter(message -> message.path("role").asString("").equals("tool"))
        .map(message -> text(message.path("content")))
        .toList();
  }

  /** The schema an answer must fit, if it must be JSON. */
  Optional<JsonNode> schema() {
    JsonNode format = body.path("response_format");
    return switch (format.path("type").asString("text")) {
      case "json_schema" -> Optional.of(format.path("json_schema").path("schema"));
      case "json_object" -> Optional.of(DemoSchemas.ANYTHING);
      default -> Optional.empty();
    };
  }

  List<JsonNode> tools() {
    return body.path("tools").valueStream().map(tool -> tool.path("function")).toList();
  }

  JsonNode toolChoice() {
    return body.path("tool_choice");
  }

  /** Whether several tools may be called in one answer. */
  boolean callsAtOnce() {
    return body.path("parallel_tool_calls").asBoolean(true);
  }

  boolean streams() {
    return body.path("stream").asBoolean(false);
  }

  boolean wantsUsage() {
    return body.path("stream_options").path("include_usage").asBoolean(false);
  }

  /** The most tokens an answer may have. */
  int mostTokens() {
    int most = body.path("max_completion_tokens").asInt(0);
    int older = body.path("max_tokens").asInt(0);
    return most > 0 ? most : older > 0 ? older : Integer.MAX_VALUE;
  }

  /** About how many tokens were sent: a token has some four letters. */
  int tokens() {
    return TokenEstimate.in(body.path("messages").toString());
  }
}
