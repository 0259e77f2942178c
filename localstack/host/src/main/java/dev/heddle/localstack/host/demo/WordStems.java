package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words and their stems, so that “crashes” and “crashed” count as one. */
final class WordStems {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_\\-./\\s]+");
  private static final String VOWELS = "aeiouy";

  private static final Set<String> EMPTY =
      Set.of(
          ("a an the and or but if then than so of in on at by for from to with about as into over"
                  + " is are was were be been being am do does did have has had will would shall"
                  + " should can could may might must i me my we us our you your he she it its they"
                  + " them their this that these those there here who whom whose not no nor just"
                  + " very too also only own same such any each all both more most other some what"
                  + " which when where why how hello hi dear please")
              .split(" "));

  private WordStems() {}

  /** The words of a text, in lower case and in their order. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    var found = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  /** The words of an identifier such as {@code orderId}. */
  static List<String> ofName(String name) {
    return of(String.join(" ", HUMP.split(name)));
  }

  /** The stems of the words that mean something. */
  static List<String> stems(String text) {
    return of(text).stream().filter(word -> !EMPTY.contains(word)).map(WordStems::stem).toList();
  }

  static String stem(String word) {
    String stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      stem = cut(stem, 3) + "y";
    } else if (stem.length() > 3 && stem.endsWith("s") && !stem.matches(".*(ss|us|is)")) {
      stem = cut(stem, 1);
    }
    stem = suffix(stem);
    return stem.length() > 3 && stem.endsWith("e") ? cut(stem, 1) : stem;
  }

  private static String suffix(String word) {
    for (String suffix : List.of("ing", "ed", "ly")) {
      if (word.length() > suffix.length() + 2 && word.endsWith(suffix)) {
        String rest = cut(word, suffix.length());
        return hasVowel(rest) ? single(rest) : word;
      }
    }
    return word;
  }

  private static boolean hasVowel(String text) {
    return text.chars().anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
  }

  /** “stopp” becomes “stop”, “miss” stays. */
  private static String single(String stem) {
    int last = stem.length() - 1;
    boolean twin = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
    return twin && "ls".indexOf(stem.charAt(last)) < 0 ? cut(stem, 1) : stem;
  }

  private static String cut(String text, int letters) {
    return text.substring(0, text.length() - letters);
  }
}
