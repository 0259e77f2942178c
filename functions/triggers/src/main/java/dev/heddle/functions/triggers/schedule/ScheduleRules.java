package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.triggers.schedule.ScheduleConfig.Schedule;
import dev.heddle.statemachines.language.Issue;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Checks a schedule by what the clock will take. The compiler can't: it knows neither cron nor time
 * zones.
 */
final class ScheduleRules {
  /** As much as a run can be started with; the clock itself would refuse over 256 KB. */
  private static final int LARGEST_PAYLOAD = 200 * 1024;

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private ScheduleRules() {}

  /** Everything about a schedule that the clock would refuse. */
  static List<Issue> issues(String node, ScheduleConfig config) {
    return Stream.of(
            Optional.ofNullable(config.schedule()).flatMap(schedule -> cron(node, schedule)),
            Optional.ofNullable(config.timeZone()).flatMap(zone -> zone(node, zone)),
            Optional.ofNullable(config.payload()).flatMap(payload -> payload(node, payload)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Issue> cron(String node, Schedule schedule) {
    return switch (schedule) {
      case Schedule.Cron cron ->
          CronRule.problem(cron.expression().strip())
              .map(
                  problem ->
                      issue(
                          node,
                          "schedule.expression",
                          problem,
                          "Six fields: minute, hour, day, month, weekday, year; one of day and"
                              + " weekday is ?. 0 9 ? * MON-FRI * is 9:00 on weekdays."));
      case Schedule.Rate _ -> Optional.empty();
    };
  }

  private static Optional<Issue> zone(String node, String zone) {
    return ZONES.contains(zone)
        ? Optional.empty()
        : Optional.of(
            issue(
                node,
                "timeZone",
                "There is no time zone of the name " + zone + ".",
                "Take a name such as Europe/Berlin or UTC."));
  }

  private static Optional<Issue> payload(String node, JsonNode payload) {
    return payload.toString().getBytes(StandardCharsets.UTF_8).length <= LARGEST_PAYLOAD
        ? Optional.empty()
        : Optional.of(
            issue(node, "payload", "The payload is over 200 KB.", "Send a reference instead."));
  }

  private static Issue issue(String node, String field, String message, String hint) {
    return new Issue(
        Issue.Severity.ERROR, "schedule-is-valid", node, null, field, null, message, hint);
  }
}
