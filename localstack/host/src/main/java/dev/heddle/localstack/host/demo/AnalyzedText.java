package dev.heddle.localstack.host.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A text taken apart: sentences, stems and how often each occurs. */
final class AnalyzedText {
  private static final int LONGEST = 40_000;
  private static final int MOST_SENTENCES = 200;
  private static final Pattern END =
      Pattern.compile("(?<=[.!?])\\s{1,10}(?=[\\p{Lu}\\p{N}\"(])|\\n");
  private static final Pattern NEGATION =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|without|isn't|don't|doesn't|wasn't)\\s{1,5}([\\p{L}\\p{N}]+)");

  private final String raw;
  private final List<String> sentences;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> negated = new HashSet<>();

  private AnalyzedText(String raw) {
    this.raw = raw;
    sentences =
        Arrays.stream(END.split(raw))
            .map(String::strip)
            .filter(sentence -> !sentence.isEmpty())
            .limit(MOST_SENTENCES)
            .toList();
    WordStems.stems(raw).forEach(stem -> counts.merge(stem, 1, Integer::sum));
    NEGATION
        .matcher(raw)
        .results()
        .forEach(found -> negated.add(WordStems.stem(found.group(1).toLowerCase(Locale.ROOT))));
  }

  static AnalyzedText of(String raw) {
    return new AnalyzedText(raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST));
  }

  String raw() {
    return raw;
  }

  List<String> sentences() {
    return sentences;
  }

  int count(String stem) {
    return counts.getOrDefault(stem, 0);
  }

  /** Whether a word is said, and not just to deny it. */
  boolean affirms(String stem) {
    return count(stem) > 0 && !(negated.contains(stem) && count(stem) == 1);
  }

  /** The words that are said most, at least of four letters. */
  List<String> keywords(int most) {
    Map<String, String> shown = new HashMap<>();
    WordStems.of(raw).forEach(word -> shown.putIfAbsent(WordStems.stem(word), word));
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().length() > 3 && !entry.getKey().matches("\\d+"))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> raw.toLowerCase(Locale.ROOT).indexOf(entry.getKey())))
        .limit(most)
        .map(entry -> shown.getOrDefault(entry.getKey(), entry.getKey()))
        .toList();
  }
}
