package dev.heddle.localstack.aws.services.scheduler;

import java.util.regex.Pattern;

/**
 * The text that EventBridge Scheduler takes in the six fields of a new schedule. cron-utils alone
 * would take more, read some of it wrongly ({@code 15,L} as 15) and fail on other texts only when a
 * month comes that they do not fit ({@code 31W}).
 */
final class CronSyntax {
  private static final String STEP = "/\\d{1,2}";
  private static final String TIME = list(number("\\d{1,2}"));
  private static final String YEAR = list(number("\\d{4}"));
  private static final String MONTHS = "(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
  private static final String MONTH = list(number("\\d{1,2}") + "|" + range(MONTHS));

  // Up to 27: cron-utils takes 28 February for a weekday also where it is the month's last Sunday.
  private static final String NEAREST_WEEKDAY = "([1-9]|1\\d|2[0-7])W";
  private static final String DAY_OF_MONTH = TIME + "|\\?|L|LW|" + NEAREST_WEEKDAY;

  private static final String DAYS = "(SUN|MON|TUE|WED|THU|FRI|SAT)";
  private static final String LAST_OR_NTH = "([1-7]|" + DAYS + ")(L|#[1-5])";
  private static final String DAY_OF_WEEK =
      list(range("[1-7]") + "|" + range(DAYS)) + "|\\?|L|" + LAST_OR_NTH;

  private static final Pattern FIELDS =
      Pattern.compile(fields(TIME, TIME, DAY_OF_MONTH, MONTH, DAY_OF_WEEK, YEAR));
  private static final Pattern RANGE = Pattern.compile("(\\w+)-(\\w+)");

  private CronSyntax() {}

  /** Whether the text is well-formed; that numbers are in range is left to cron-utils. */
  static boolean accepts(String fields) {
    return FIELDS.matcher(fields).matches()
        && RANGE
            .matcher(fields)
            .results()
            .allMatch(range -> position(range.group(1)) <= position(range.group(2)));
  }

  private static int position(String value) {
    return Character.isDigit(value.charAt(0))
        ? Integer.parseInt(value)
        : Math.max(MONTHS.indexOf(value), DAYS.indexOf(value));
  }

  private static String number(String value) {
    return "\\*" + STEP + "|" + range(value) + "(" + STEP + ")?";
  }

  private static String range(String value) {
    return value + "(-" + value + ")?";
  }

  private static String list(String part) {
    return "\\*|(" + part + ")(,(" + part + "))*";
  }

  private static String fields(String... fields) {
    return "(" + String.join(") (", fields) + ")";
  }
}
