package dev.heddle.functions.triggers.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Judges cron expressions as EventBridge Scheduler does: six fields, one of the days a {@code ?}.
 * Where AWS's documentation is silent it is the stricter one, as what this lets pass and the
 * scheduler refuses would be a live version without its timers.
 */
final class CronExpressionCheck {
  // The scheduler takes 256 characters, with cron( and ) around the fields.
  private static final int LONGEST = 250;

  private CronExpressionCheck() {}

  /** What is wrong with an expression, in a sentence or two. */
  static Optional<String> problem(String expression) {
    if (expression.length() > LONGEST) {
      return Optional.of("The expression is longer than " + LONGEST + " characters.");
    }
    if (expression.startsWith("cron(")) {
      return Optional.of("Enter only the six fields, without cron( and ).");
    }
    List<String> fields = Arrays.asList(expression.split(" ", -1));
    return layout(fields)
        .or(() -> field(fields))
        .or(() -> days(fields))
        .or(() -> CronDates.problem(expression));
  }

  private static Optional<String> layout(List<String> fields) {
    if (fields.size() > 1 && fields.contains("")) {
      return Optional.of("Separate the fields with single spaces, with none at the start or end.");
    }
    return fields.size() == CronField.values().length
        ? Optional.empty()
        : Optional.of(
            "Enter six fields: minutes, hours, day of the month, month, weekday and year.");
  }

  private static Optional<String> field(List<String> fields) {
    return IntStream.range(0, fields.size())
        .mapToObj(i -> CronFieldCheck.problem(CronField.values()[i], fields.get(i)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> days(List<String> fields) {
    boolean anyDay = fields.get(CronField.DAYS_OF_THE_MONTH.ordinal()).equals("?");
    boolean anyWeekday = fields.get(CronField.WEEKDAYS.ordinal()).equals("?");
    if (anyDay && anyWeekday) {
      return Optional.of("Day of the month and weekday are both ?. Use * in one of them.");
    }
    return anyDay || anyWeekday
        ? Optional.empty()
        : Optional.of("Day of the month and weekday are both set. Use ? in one of them.");
  }
}
