package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Picks one of a few words by what a text has in common with them and with what explains them. */
final class EnumChooser {
  private static final Set<String> VAGUE =
      Set.of("other", "others", "general", "misc", "unknown", "none", "neutral", "normal", "n/a");
  private static final double OWN_WORD = 3;
  private static final double EXPLAINED = 1;
  private static final double OWN_CONCEPT = 2;
  private static final double EXPLAINED_CONCEPT = 0.7;
  private static final int ENOUGH = 3;

  private final AnalyzedText text;
  private final String explanations;

  /** Options are chosen for this text; explanations may say what each of them means. */
  EnumChooser(AnalyzedText text, String explanations) {
    this.text = text;
    this.explanations = explanations;
  }

  /** The best of them. */
  String pick(List<String> options) {
    return OrdinalScale.at(SeverityScore.of(text), options)
        .or(() -> mood(options))
        .orElseGet(() -> best(options));
  }

  /** Those that something speaks for, the best first. */
  List<String> matching(List<String> options) {
    return options.stream()
        .filter(option -> score(option) > 0)
        .sorted(Comparator.comparingDouble(this::score).reversed())
        .toList();
  }

  private String best(List<String> options) {
    return options.stream()
        .max(Comparator.comparingDouble(this::score))
        .filter(option -> score(option) > 0)
        .or(() -> options.stream().filter(EnumChooser::isVague).findFirst())
        .orElse(options.getFirst());
  }

  private static boolean isVague(String option) {
    return VAGUE.contains(option.toLowerCase(Locale.ROOT));
  }

  private Optional<String> mood(List<String> options) {
    List<String> lower = options.stream().map(option -> option.toLowerCase(Locale.ROOT)).toList();
    int good = lower.indexOf("positive");
    int bad = lower.indexOf("negative");
    if (good < 0 || bad < 0) {
      return Optional.empty();
    }
    int mood =
        SupportTopic.PRAISE.strength(text)
            - 2 * SupportTopic.COMPLAINT.strength(text)
            - SupportTopic.OUTAGE.strength(text)
            - SupportTopic.BUG.strength(text);
    int neutral = lower.indexOf("neutral");
    int index = mood > 0 ? good : mood < 0 || neutral < 0 ? bad : neutral;
    return Optional.of(options.get(index));
  }

  double score(String option) {
    List<String> own = WordStems.stems(String.join(" ", WordStems.ofName(option)));
    List<String> explained = explained(option);
    Set<SupportTopic> ownConcepts = SupportTopic.of(own);
    Set<SupportTopic> others = new HashSet<>(SupportTopic.of(explained));
    others.removeAll(ownConcepts);
    return OWN_WORD * words(own)
        + EXPLAINED * words(explained)
        + OWN_CONCEPT * concepts(ownConcepts)
        + EXPLAINED_CONCEPT * concepts(others);
  }

  private double words(List<String> stems) {
    return stems.stream()
        .distinct()
        .filter(text::affirms)
        .mapToInt(stem -> Math.min(text.count(stem), ENOUGH))
        .sum();
  }

  private double concepts(Set<SupportTopic> concepts) {
    return concepts.stream().mapToInt(concept -> concept.strength(text)).sum();
  }

  /** What stands after “option:”, “option =” and the like, up to the next stop. */
  private List<String> explained(String option) {
    Pattern label =
        Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])"
                + Pattern.quote(option)
                + "[\"'`*]*\\s*(?::|=|–|—| - |means|is for|if|when)\\s*([^;\\n.]{1,300})");
    Matcher found = label.matcher(explanations);
    List<String> stems = new ArrayList<>();
    while (found.find() && stems.size() < 100) {
      stems.addAll(WordStems.stems(found.group(1)));
    }
    return stems;
  }
}
