package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads schedule expressions. */
final class ScheduleExpressionParser {
  private static final int LENGTH = 256;
  private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");
  private static final Pattern NEW_RATE =
      Pattern.compile("rate\\((1 (minute|hour|day)|([2-9]|[1-9]\\d{1,5}) (minute|hour|day)s)\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((.+)\\)");
  private static final Pattern AT =
      Pattern.compile("at\\((\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\)");

  private ScheduleExpressionParser() {}

  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new AwsFault("ValidationException", "The time zone " + name + " is not known.");
    }
  }

  /**
   * Refuses what the service takes in no new schedule. {@link #parse} alone still reads what was
   * stored when less was refused, so that such a schedule goes on.
   */
  static void checkNew(String text) {
    Matcher cron = CRON.matcher(text);
    boolean refused =
        cron.matches() ? !acceptsCron(cron.group(1)) : text.startsWith("rate(") && !isNewRate(text);
    if (refused) {
      throw invalid(text);
    }
  }

  private static boolean isNewRate(String text) {
    return NEW_RATE.matcher(text).matches();
  }

  private static boolean acceptsCron(String fields) {
    try {
      return CronSyntax.accepts(fields) && CronExpression.parse(fields, ZoneOffset.UTC).everFires();
    } catch (IllegalArgumentException e) { // a value out of its range
      return false;
    }
  }

  /** The recurrence; a rate counts from the anchor. */
  static ScheduleExpression parse(String text, ZoneId zone, Instant anchor) {
    try {
      return rate(text, anchor)
          .or(() -> cron(text, zone))
          .or(() -> at(text, zone))
          .orElseThrow(() -> invalid(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid(text);
    }
  }

  private static Optional<ScheduleExpression> rate(String text, Instant anchor) {
    Matcher matcher = RATE.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(1));
    Duration period =
        switch (matcher.group(2)) {
          case "minute" -> Duration.ofMinutes(number);
          case "hour" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return Optional.of(new RateExpression(period, anchor));
  }

  private static Optional<ScheduleExpression> cron(String text, ZoneId zone) {
    Matcher matcher = CRON.matcher(text);
    return matcher.matches() && text.length() <= LENGTH
        ? Optional.of(CronExpression.parse(matcher.group(1), zone))
        : Optional.empty();
  }

  private static Optional<ScheduleExpression> at(String text, ZoneId zone) {
    Matcher matcher = AT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new AtExpression(LocalDateTime.parse(matcher.group(1)).atZone(zone).toInstant()))
        : Optional.empty();
  }

  private static AwsFault invalid(String text) {
    String shown = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    return new AwsFault("ValidationException", "Invalid Schedule Expression " + shown + ".");
  }
}
