package dev.heddle.localstack.host.demo;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Picks the sentences that say most of what a text says. */
final class TextSummary {
  private static final int SHORTEST = 3;

  private TextSummary() {}

  /** The most central sentences, in the order of the text. */
  static String of(AnalyzedText text, int sentences) {
    List<String> all = text.sentences();
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> weight(text, all.get(i), i)).reversed())
        .limit(sentences)
        .sorted()
        .map(all::get)
        .collect(Collectors.joining(" "));
  }

  /** A sentence's words by how often the text says them; greetings and long lists weigh less. */
  private static double weight(AnalyzedText text, String sentence, int position) {
    List<String> stems = WordStems.stems(sentence);
    if (stems.size() < SHORTEST) {
      return stems.size() / 100.0;
    }
    double said = stems.stream().distinct().mapToInt(text::count).sum();
    double telling = SupportTopic.of(stems).size() * 1.5;
    return (said + telling) / Math.sqrt(stems.size()) + 1.0 / (position + 2);
  }

  /** The sentence that has most words in common with these, or the most central one. */
  static String about(AnalyzedText text, List<String> stems) {
    Set<String> wanted = new HashSet<>(stems);
    return text.sentences().stream()
        .max(Comparator.comparingLong(sentence -> common(sentence, wanted)))
        .filter(sentence -> common(sentence, wanted) > 0)
        .orElseGet(() -> of(text, 1));
  }

  private static long common(String sentence, Set<String> wanted) {
    return WordStems.stems(sentence).stream().distinct().filter(wanted::contains).count();
  }
}
