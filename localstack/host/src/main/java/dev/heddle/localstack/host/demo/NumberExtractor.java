package dev.heddle.localstack.host.demo;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the number that a field of a schema asks for. */
final class NumberExtractor {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,:-])-?(?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,15})(?:\\.\\d{1,10})?(?![\\p{L}\\p{N}:]|[.,]\\d)");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?:[€$£]|(?:EUR|USD|GBP|CHF) ?)\\s?(\\d[\\d,]{0,20}(?:\\.\\d{1,2})?)"
              + "|(?<![\\d,.])(\\d[\\d,]{0,20}(?:\\.\\d{1,2})?)\\s?(?:[€$£]|EUR|USD|GBP|CHF|euros?|dollars?|pounds?)(?!\\p{L})");
  private static final Set<String> MONEY_WORDS =
      Set.of("amount", "price", "total", "cost", "sum", "refund", "fee", "value", "charge");
  private static final int NEAR = 80;

  private NumberExtractor() {}

  /** The number nearest to one of the field's words; for money, one with a currency. */
  static Optional<BigDecimal> find(AnalyzedText text, List<String> names) {
    if (names.stream().anyMatch(MONEY_WORDS::contains)) {
      Optional<BigDecimal> money = money(text.raw());
      if (money.isPresent()) {
        return money;
      }
    }
    return NUMBER
        .matcher(text.raw())
        .results()
        .limit(200)
        .filter(found -> distance(text.raw(), found, names) < NEAR)
        .min(Comparator.comparingInt(found -> distance(text.raw(), found, names)))
        .map(found -> number(found.group()));
  }

  private static Optional<BigDecimal> money(String text) {
    return MONEY
        .matcher(text)
        .results()
        .findFirst()
        .map(found -> number(found.group(1) == null ? found.group(2) : found.group(1)));
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits.replace(",", ""));
  }

  private static int distance(String text, MatchResult number, List<String> names) {
    int from = Math.max(0, number.start() - NEAR);
    int to = Math.min(text.length(), number.end() + NEAR);
    int nearest = Integer.MAX_VALUE;
    var words = Pattern.compile("[\\p{L}]+").matcher(text).region(from, to);
    while (words.find()) {
      String stem = WordStems.stem(words.group().toLowerCase(Locale.ROOT));
      if (names.stream().anyMatch(name -> WordStems.stem(name).equals(stem))) {
        int gap = Math.max(number.start() - words.end(), words.start() - number.end());
        nearest = Math.min(nearest, gap);
      }
    }
    return nearest;
  }
}
