package dev.heddle.localstack.host.demo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be found in a text by its form: addresses, names, numbers, dates. */
final class PatternExtractor {
  private static final String NAME = "(\\p{Lu}[\\p{L}'-]{1,30}(?: \\p{Lu}[\\p{L}'-]{1,30}){0,2})";
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");
  private static final Pattern URL =
      Pattern.compile("https?://[^\\s\"'<>)]{1,500}[^\\s\"'<>).,;!?]");
  private static final Pattern PHONE = Pattern.compile("(?<!\\w)\\+?\\d[\\d ()/-]{6,18}\\d(?!\\w)");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)(?:order|invoice|ticket|case|reference|customer|account)\\s*(?:id|no\\.?|number|nr\\.?)?"
              + "\\s*[:#]?\\s*([A-Z]{0,5}-?\\d[\\w-]{1,20})|#(\\d{2,12})|\\b([A-Z]{2,5}-\\d{2,12})\\b");
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:[Mm]y name is|I am|I'm|[Tt]his is)\\s+"
              + NAME
              + "|(?:[Rr]egards|[Tt]hanks|[Cc]heers|[Ss]incerely|[Bb]est)[,!]?\\s+"
              + NAME
              + "|"
              + NAME
              + "\\s*[(<]\\s*[\\w.+-]+@");
  private static final Pattern COMPANY =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}&'-]{1,30}(?: \\p{Lu}[\\p{L}&'-]{1,30}){0,3} (?:Inc|GmbH|Ltd|LLC|AG|Corp|SA|Traders|Group|Company))\\b"
              + "|\\b(?:from|at|for|of) (\\p{Lu}[\\p{L}&'-]{1,30}(?: \\p{Lu}[\\p{L}&'-]{1,30}){0,2})");
  private static final Pattern ISO_DATE =
      Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})(?:T[\\d:.]+Z?)?\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? (\\d{4})"
              + "|\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");

  private PatternExtractor() {}

  static List<String> emails(String text) {
    return all(EMAIL, text).toList();
  }

  static List<String> urls(String text) {
    return all(URL, text).toList();
  }

  static List<String> phones(String text) {
    return all(PHONE, text)
        .filter(found -> ISO_DATE.matcher(found).results().findAny().isEmpty())
        .toList();
  }

  static List<String> references(String text) {
    return all(REFERENCE, text).toList();
  }

  static List<String> people(String text) {
    return all(PERSON, text).toList();
  }

  static List<String> companies(String text) {
    return all(COMPANY, text).toList();
  }

  /** What a pattern of a schema matches, if it is one and comes to an end. */
  static Optional<String> matching(String pattern, String text) {
    try {
      return all(Pattern.compile(pattern), BoundedCharSequence.with(text)).findFirst();
    } catch (IllegalArgumentException | BoundedCharSequence.TooManySteps e) {
      return Optional.empty();
    }
  }

  /** Dates as {@code 2030-01-31}. */
  static List<String> dates(String text) {
    return Stream.of(
            ISO_DATE.matcher(text).results().map(d -> date(d.group(1), d.group(2), d.group(3))),
            DAY_FIRST.matcher(text).results().map(d -> date(d.group(3), d.group(2), d.group(1))),
            WRITTEN.matcher(text).results().map(PatternExtractor::written))
        .flatMap(dates -> dates)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> written(MatchResult found) {
    return found.group(1) != null
        ? date(found.group(3), month(found.group(2)), found.group(1))
        : date(found.group(6), month(found.group(4)), found.group(5));
  }

  private static String month(String name) {
    return Integer.toString(MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1);
  }

  private static Optional<String> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Each match, or of its groups the one that took part. */
  private static Stream<String> all(Pattern pattern, CharSequence text) {
    return pattern.matcher(text).results().limit(100).map(PatternExtractor::matched).distinct();
  }

  private static String matched(MatchResult found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group).strip();
      }
    }
    return found.group().strip();
  }
}
