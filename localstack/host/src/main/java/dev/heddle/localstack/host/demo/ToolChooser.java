package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Decides whether to call tools, and which: those whose name and description fit the text. */
final class ToolChooser {
  private static final int OWN_WORD = 3;
  private static final double WORTH_CALLING = 3;
  private static final int AT_ONCE = 4;

  private ToolChooser() {}

  /** The tools to call, the best first; none when words are the better answer. */
  static List<JsonNode> pick(CompletionRequest question) {
    JsonNode choice = question.toolChoice();
    String named = choice.path("function").path("name").asString("");
    if (!named.isEmpty()) {
      return byName(question.tools(), named);
    }
    return switch (choice.asString("auto")) {
      case "none" -> List.of();
      case "required" -> fitting(question, 0, 1);
      default ->
          question.toolResults().isEmpty()
              ? fitting(question, WORTH_CALLING, question.callsAtOnce() ? AT_ONCE : 1)
              : List.of();
    };
  }

  private static List<JsonNode> byName(List<JsonNode> tools, String name) {
    return tools.stream()
        .filter(tool -> tool.path("name").asString("").equals(name))
        .limit(1)
        .toList();
  }

  private static List<JsonNode> fitting(CompletionRequest question, double least, int most) {
    AnalyzedText text = question.text();
    return question.tools().stream()
        .filter(tool -> score(tool, text) >= least)
        .sorted(Comparator.comparingDouble((JsonNode tool) -> score(tool, text)).reversed())
        .limit(most)
        .toList();
  }

  private static double score(JsonNode tool, AnalyzedText text) {
    List<String> own =
        new ArrayList<>(
            WordStems.stems(String.join(" ", WordStems.ofName(tool.path("name").asString("")))));
    List<String> described =
        new ArrayList<>(WordStems.stems(tool.path("description").asString("")));
    described.removeAll(own);
    int concepts = SupportTopic.of(own).stream().mapToInt(concept -> concept.strength(text)).sum();
    return OWN_WORD * common(own, text) + common(described, text) + concepts;
  }

  private static long common(List<String> stems, AnalyzedText text) {
    return stems.stream().distinct().filter(text::affirms).count();
  }
}
