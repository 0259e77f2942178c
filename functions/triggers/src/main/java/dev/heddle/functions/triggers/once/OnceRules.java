package dev.heddle.functions.triggers.once;

import dev.heddle.functions.triggers.clock.TimerSettings;
import dev.heddle.statemachines.language.Issue;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that there is such a date and time. One that is over is taken: it came. */
final class OnceRules {
  private static final String FIELD = "at";
  // The years that the clock knows in cron expressions; of a single time it doesn't say.
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private OnceRules() {}

  /** Everything that the clock would refuse, or wait for in vain. */
  static List<Issue> issues(String node, OnceConfig config) {
    TimerSettings settings = config.settings(node);
    return Stream.concat(
            Optional.ofNullable(config.at()).flatMap(at -> issue(settings, at)).stream(),
            settings.issues().stream())
        .toList();
  }

  /** The date and time on the clocks of the time zone; nothing if there is none such. */
  static Optional<LocalDateTime> time(String at) {
    try {
      return Optional.of(LocalDateTime.parse(at));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Issue> issue(TimerSettings settings, String at) {
    Optional<LocalDateTime> time = time(at);
    if (time.isEmpty()) {
      String hint = "Use the format 2027-01-31T09:00.";
      return Optional.of(settings.issue(FIELD, "“" + at + "” isn't a valid date and time.", hint));
    }
    if (time.get().getYear() < FIRST_YEAR || time.get().getYear() > LAST_YEAR) {
      String message = "The year must be between " + FIRST_YEAR + " and " + LAST_YEAR + ".";
      return Optional.of(settings.issue(FIELD, message, ""));
    }
    return settings
        .zone()
        .filter(zone -> isSkipped(time.get(), zone))
        .map(zone -> settings.issue(FIELD, skipped(at, zone), "Choose an earlier or later time."));
  }

  /** Whether it falls into the hour that is left out when summer time begins. */
  private static boolean isSkipped(LocalDateTime time, ZoneId zone) {
    return zone.getRules().getValidOffsets(time).isEmpty();
  }

  private static String skipped(String at, ZoneId zone) {
    return at + " doesn't exist in " + zone + " because the clocks go forward then.";
  }
}
