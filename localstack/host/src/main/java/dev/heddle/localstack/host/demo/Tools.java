package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Decides whether to call a tool, and which: the one whose name and description fit the text best.
 */
final class Tools {
  private static final int OWN_WORD = 3;
  private static final double WORTH_CALLING = 3;

  private Tools() {}

  /** The tool to call; empty when words are the better answer. */
  static Optional<JsonNode> pick(Question question) {
    JsonNode choice = question.toolChoice();
    String named = choice.path("function").path("name").asString("");
    if (!named.isEmpty()) {
      return byName(question.tools(), named);
    }
    return switch (choice.asString("auto")) {
      case "none" -> Optional.empty();
      case "required" -> best(question, 0);
      default ->
          question.toolResults().isEmpty() ? best(question, WORTH_CALLING) : Optional.empty();
    };
  }

  private static Optional<JsonNode> byName(List<JsonNode> tools, String name) {
    return tools.stream().filter(tool -> tool.path("name").asString("").equals(name)).findFirst();
  }

  private static Optional<JsonNode> best(Question question, double least) {
    Text text = question.text();
    return question.tools().stream()
        .max(Comparator.comparingDouble(tool -> score(tool, text)))
        .filter(tool -> score(tool, text) >= least);
  }

  private static double score(JsonNode tool, Text text) {
    List<String> own =
        new ArrayList<>(
            Words.stems(String.join(" ", Words.ofName(tool.path("name").asString("")))));
    List<String> described = new ArrayList<>(Words.stems(tool.path("description").asString("")));
    described.removeAll(own);
    int concepts = Concept.of(own).stream().mapToInt(concept -> concept.strength(text)).sum();
    return OWN_WORD * common(own, text) + common(described, text) + concepts;
  }

  private static long common(List<String> stems, Text text) {
    return stems.stream().distinct().filter(text::affirms).count();
  }
}
