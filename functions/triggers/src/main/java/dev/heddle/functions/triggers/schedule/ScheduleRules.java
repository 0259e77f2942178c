package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.triggers.clock.TimerSettings;
import dev.heddle.functions.triggers.schedule.ScheduleConfig.Schedule;
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a schedule by what the clock will take. The compiler can't: it doesn't know cron. */
final class ScheduleRules {

  private ScheduleRules() {}

  /** Everything about a schedule that the clock would refuse. */
  static List<Issue> issues(String node, ScheduleConfig config) {
    TimerSettings settings = config.settings(node);
    return Stream.concat(
            Optional.ofNullable(config.schedule())
                .flatMap(schedule -> cron(settings, schedule))
                .stream(),
            settings.issues().stream())
        .toList();
  }

  private static Optional<Issue> cron(TimerSettings settings, Schedule schedule) {
    return switch (schedule) {
      case Schedule.Cron cron ->
          CronExpressionCheck.problem(cron.expression().strip())
              .map(
                  problem ->
                      settings.issue(
                          "schedule.expression",
                          problem,
                          "Six fields: minute, hour, day, month, weekday, year; one of day and"
                              + " weekday is ?. 0 9 ? * MON-FRI * is 9:00 on weekdays."));
      case Schedule.Rate _ -> Optional.empty();
    };
  }
}
