package dev.heddle.functions.triggers.schedule;

import dev.heddle.statemachines.language.Issue;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Checks the schedules of a drawing by what the clock will take. The compiler can't: it knows
 * neither cron nor time zones.
 */
public final class ScheduleRules {
  private static final String TYPE = "schedule@1";
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private ScheduleRules() {}

  /** Every schedule of a graph that the clock would refuse; disabled ones do not count. */
  public static List<Issue> issues(JsonNode graph) {
    return graph
        .path("nodes")
        .valueStream()
        .filter(node -> node.path("type").asString("").equals(TYPE))
        .filter(node -> !node.path("disabled").asBoolean(false))
        .flatMap(ScheduleRules::ofNode)
        .toList();
  }

  private static Stream<Issue> ofNode(JsonNode node) {
    String id = node.path("id").asString("");
    JsonNode config = node.path("config");
    return Stream.concat(
        cron(id, config.path("schedule")).stream(),
        zone(id, config.path("timeZone").asString("UTC")).stream());
  }

  private static Optional<Issue> cron(String node, JsonNode schedule) {
    String expression = schedule.path("expression").asString("").strip();
    return schedule.path("kind").asString("").equals("cron")
        ? CronRule.problem(expression)
            .map(
                problem ->
                    issue(
                        node,
                        "schedule.expression",
                        problem,
                        "Six fields: minute, hour, day, month, weekday, year; one of day and"
                            + " weekday is ?. 0 9 ? * MON-FRI * is 9:00 on weekdays."))
        : Optional.empty();
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

  private static Issue issue(String node, String field, String message, String hint) {
    return new Issue(
        Issue.Severity.ERROR, "schedule-is-valid", node, null, field, null, message, hint);
  }
}
