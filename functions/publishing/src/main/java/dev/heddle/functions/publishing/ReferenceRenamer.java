package dev.heddle.functions.publishing;

import dev.heddle.statemachines.language.expression.JsonataParser;
import dev.heddle.statemachines.language.expression.ParsedExpression;
import dev.heddle.statemachines.language.expression.TextTemplate;
import dev.heddle.statemachines.language.expression.VariableReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Gives names in expressions other names, by what the parser says is a name. */
record ReferenceRenamer(Map<String, String> names) {
  private static final String OPEN = "{%";
  private static final String CLOSE = "%}";

  /** A copy of a config with other names in its expressions and templates. */
  JsonNode in(JsonNode value) {
    return switch (value) {
      case StringNode text -> StringNode.valueOf(in(text.stringValue()));
      case ArrayNode list -> {
        ArrayNode copy = list.arrayNode(list.size());
        list.forEach(item -> copy.add(in(item)));
        yield copy;
      }
      case ObjectNode object -> {
        ObjectNode copy = object.objectNode();
        object.properties().forEach(entry -> copy.set(entry.getKey(), in(entry.getValue())));
        yield copy;
      }
      default -> value;
    };
  }

  private String in(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith(OPEN) && trimmed.endsWith(CLOSE)) {
      int from = text.indexOf(OPEN) + OPEN.length();
      return replaced(
          text, JsonataParser.parseBetween(text, from, text.lastIndexOf(CLOSE)).references());
    }
    return TextTemplate.isTemplate(text)
        ? replaced(text, references(TextTemplate.parse(text)))
        : text;
  }

  private static List<VariableReference> references(TextTemplate template) {
    return template.parts().stream()
        .filter(TextTemplate.Placeholder.class::isInstance)
        .map(part -> ((TextTemplate.Placeholder) part).parsed())
        .map(ParsedExpression::references)
        .flatMap(List::stream)
        .toList();
  }

  private String replaced(String text, List<VariableReference> references) {
    StringBuilder changed = new StringBuilder(text);
    references.stream()
        .filter(reference -> names.containsKey(reference.name()))
        .sorted(Comparator.comparingInt(VariableReference::at).reversed())
        .forEach(
            reference -> {
              int from = reference.at() + 1;
              changed.replace(from, from + reference.name().length(), names.get(reference.name()));
            });
    return changed.toString();
  }
}
