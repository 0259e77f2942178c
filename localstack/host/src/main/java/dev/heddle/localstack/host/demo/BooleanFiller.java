package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says whether a yes-or-no field of a schema holds for a text. */
final class BooleanFiller {
  private static final Set<String> PRESSING =
      Set.of("urgent", "escalate", "priority", "page", "critical");
  private static final Set<String> ASKING = Set.of("question");
  private static final double HIGH = 2.0 / 3;

  private BooleanFiller() {}

  static boolean holds(SchemaField field, AnalyzedText text) {
    if (field.isNamed(PRESSING)) {
      return SeverityScore.of(text) >= HIGH;
    }
    if (field.isNamed(ASKING)) {
      return text.raw().contains("?");
    }
    List<String> named = new ArrayList<>(WordStems.stems(String.join(" ", field.words())));
    Set<SupportTopic> concepts = EnumSet.noneOf(SupportTopic.class);
    concepts.addAll(SupportTopic.of(named));
    return named.stream().anyMatch(text::affirms)
        || concepts.stream().anyMatch(concept -> concept.strength(text) > 1);
  }
}
