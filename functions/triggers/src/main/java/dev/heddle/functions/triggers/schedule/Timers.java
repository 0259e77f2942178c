package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.port.Schedules.Timer;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The timers that a drawing's schedule triggers ask for. */
public final class Timers {
  private static final String SCHEDULE = "schedule@1";

  private Timers() {}

  public static List<Timer> of(JsonNode graph) {
    return graph
        .path("nodes")
        .valueStream()
        .filter(node -> node.path("type").asString("").equals(SCHEDULE))
        .filter(node -> !node.path("disabled").asBoolean(false))
        .map(node -> timer(node.path("id").asString(), node.path("config")))
        .toList();
  }

  private static Timer timer(String trigger, JsonNode config) {
    JsonNode payload = config.path("payload");
    return new Timer(
        trigger,
        expression(config.path("schedule")),
        config.path("timeZone").asString("UTC"),
        payload.isMissingNode() ? NullNode.getInstance() : payload);
  }

  private static String expression(JsonNode schedule) {
    return schedule.path("kind").asString("").equals("rate")
        ? rate(schedule.path("every").asInt(1), schedule.path("unit").asString("hours"))
        : "cron(" + schedule.path("expression").asString("").strip() + ")";
  }

  /** EventBridge wants {@code rate(1 hour)}, but {@code rate(2 hours)}. */
  private static String rate(int every, String unit) {
    String plural = unit.toLowerCase(Locale.ROOT);
    String one = plural.substring(0, plural.length() - 1);
    return "rate(" + every + " " + (every == 1 ? one : plural) + ")";
  }
}
