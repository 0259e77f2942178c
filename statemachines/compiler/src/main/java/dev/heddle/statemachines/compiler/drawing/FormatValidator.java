package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.vocabulary.Shape.Format;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a constant text of a format must look like, as far as that can be told from the text. */
final class FormatValidator {
  private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s/?#]+\\S*");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private FormatValidator() {}

  /** What is wrong; an empty text is wrong in no format. */
  static Optional<String> fault(Format format, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (format) {
      case URL -> unless(URL.matcher(text).matches(), "Expected a URL that starts with https://");
      case EMAIL -> unless(EMAIL.matcher(text).matches(), "Expected an email address");
      case DATE_TIME -> unless(isTime(text), "Expected a time such as 2027-01-31T09:00:00Z");
      case TIME_ZONE -> unless(isZone(text), "Expected a time zone such as Europe/Berlin");
      case PLAIN, MULTILINE, SECRET, CRON, JSON_SCHEMA, WORKFLOW, EXPRESSION, CONDITION ->
          Optional.empty();
    };
  }

  private static Optional<String> unless(boolean right, String fault) {
    return right ? Optional.empty() : Optional.of(fault);
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isZone(String text) {
    try {
      ZoneId.of(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
