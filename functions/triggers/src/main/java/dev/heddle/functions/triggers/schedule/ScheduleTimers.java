package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.triggers.schedule.ScheduleConfig.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The timer that a schedule asks for. */
final class ScheduleTimers {
  private ScheduleTimers() {}

  static List<Timer> of(String node, ScheduleConfig config) {
    return Optional.ofNullable(config.schedule())
        .map(schedule -> config.settings(node).timer(expression(schedule)))
        .stream()
        .toList();
  }

  private static String expression(Schedule schedule) {
    return switch (schedule) {
      case Schedule.Cron cron -> "cron(" + cron.expression().strip() + ")";
      case Schedule.Rate rate -> rate(rate.every(), rate.unit());
    };
  }

  /** EventBridge wants {@code rate(1 hour)}, but {@code rate(2 hours)}. */
  private static String rate(int every, ScheduleConfig.RateUnit unit) {
    String plural = unit.name().toLowerCase(Locale.ROOT);
    String one = plural.substring(0, plural.length() - 1);
    return "rate(" + every + " " + (every == 1 ? one : plural) + ")";
  }
}
