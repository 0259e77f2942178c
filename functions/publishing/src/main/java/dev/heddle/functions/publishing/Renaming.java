package dev.heddle.functions.publishing;

import dev.heddle.statemachines.language.expression.Jsonata;
import dev.heddle.statemachines.language.expression.Parsed;
import dev.heddle.statemachines.language.expression.Reference;
import dev.heddle.statemachines.language.expression.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Gives names in expressions other names, by what the parser says is a name. */
record Renaming(Map<String, String> names) {
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
      return replaced(text, Jsonata.between(text, from, text.lastIndexOf(CLOSE)).references());
    }
    return Template.is(text) ? replaced(text, references(Template.parse(text))) : text;
  }

  private static List<Reference> references(Template template) {
    return template.parts().stream()
        .filter(Template.Hole.class::isInstance)
        .map(part -> ((Template.Hole) part).parsed())
        .map(Parsed::references)
        .flatMap(List::stream)
        .toList();
  }

  private String replaced(String text, List<Reference> references) {
    StringBuilder changed = new StringBuilder(text);
    references.stream()
        .filter(reference -> names.containsKey(reference.name()))
        .sorted(Comparator.comparingInt(Reference::at).reversed())
        .forEach(
            reference -> {
              int from = reference.at() + 1;
              changed.replace(from, from + reference.name().length(), names.get(reference.name()));
            });
    return changed.toString();
  }
}
