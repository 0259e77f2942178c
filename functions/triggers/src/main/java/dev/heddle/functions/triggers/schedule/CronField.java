package dev.heddle.functions.triggers.schedule;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The fields of a cron expression in their order, and the values each takes. */
enum CronField {
  MINUTES(0, 59, "\\d{1,2}", "0 to 59"),
  HOURS(0, 23, "\\d{1,2}", "0 to 23"),
  DAYS_OF_THE_MONTH(1, 31, "\\d{1,2}", "1 to 31, L, LW or 1W to 27W") {
    // cron-utils takes 28 February for a weekday also where it is the month's last Sunday.
    @Override
    boolean takesAlone(String text) {
      return text.matches("\\?|L|LW|([1-9]|1\\d|2[0-7])W");
    }
  },
  MONTHS(1, 12, "\\d{1,2}", "1 to 12 or JAN to DEC") {
    @Override
    List<String> names() {
      return MONTH_NAMES;
    }
  },
  WEEKDAYS(1, 7, "\\d", "1 to 7, SUN to SAT, L, FRIL or FRI#2") {
    @Override
    boolean takesAlone(String text) {
      return text.matches("\\?|L|([1-7]|" + String.join("|", WEEKDAY_NAMES) + ")(L|#[1-5])");
    }

    @Override
    List<String> names() {
      return WEEKDAY_NAMES;
    }

    @Override
    boolean takesSteps() {
      return false;
    }
  },
  YEARS(1970, 2199, "\\d{4}", "1970 to 2199");

  private static final List<String> MONTH_NAMES =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAY_NAMES =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int LARGEST_STEP = 99;

  private final int first;
  private final int last;
  private final String number;
  private final String accepted;

  CronField(int first, int last, String number, String accepted) {
    this.first = first;
    this.last = last;
    this.number = number;
    this.accepted = accepted;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /** What may be written, for a message. */
  String accepted() {
    return accepted;
  }

  /** As a message names the field. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Names of the values, from the first one on. */
  List<String> names() {
    return List.of();
  }

  /** Texts such as {@code L}, which no list may hold. */
  boolean takesAlone(String text) {
    return false;
  }

  boolean takesSteps() {
    return true;
  }

  int largestStep() {
    return Math.min(last, LARGEST_STEP);
  }

  /** The value of a number or a name; empty if the field has no such value. */
  OptionalInt value(String text) {
    int named = names().indexOf(text);
    if (named >= 0) {
      return OptionalInt.of(first + named);
    }
    int value = text.matches(number) ? Integer.parseInt(text) : -1;
    return first <= value && value <= last ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
