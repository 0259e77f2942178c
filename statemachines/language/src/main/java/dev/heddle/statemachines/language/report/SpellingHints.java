package dev.heddle.statemachines.language.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word an unknown one was meant to be. */
public final class SpellingHints {
  private static final int LONGEST = 60;

  /** Among more words a guess takes longer than it helps. */
  private static final int MOST = 1_000;

  private SpellingHints() {}

  /** "Did you mean …?" for the nearest known word, or what is possible when none is near. */
  public static String hint(String word, Collection<String> known) {
    Optional<String> near = nearest(word, known);
    if (near.isPresent()) {
      return "Did you mean \"" + near.get() + "\"?";
    }
    return known.isEmpty() ? "" : "Available: " + listed(known) + ".";
  }

  private static String listed(Collection<String> known) {
    String some = String.join(", ", known.stream().limit(12).toList());
    return known.size() > 12 ? some + ", …" : some;
  }

  private static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST || known.size() > MOST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(other -> !other.isEmpty())
        .filter(other -> distance(word, other) <= Math.max(1, other.length() / 3))
        .min(Comparator.comparingInt((String other) -> distance(word, other)));
  }

  /** The edits from one word to the other, case aside. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      nextRow(row, a.charAt(i - 1), b, i);
    }
    return row[b.length()];
  }

  private static void nextRow(int[] row, char letter, String word, int first) {
    int diagonal = row[0];
    row[0] = first;
    for (int j = 1; j <= word.length(); j++) {
      int same = diagonal + (letter == word.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
    }
  }
}
