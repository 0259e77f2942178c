package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.triggers.clock.TimerSettings;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of a schedule. */
public record ScheduleConfig(
    @FormField(title = "When") Schedule schedule,
    @FormField(
            title = "Time zone",
            hint = "Such as Europe/Berlin. Daylight saving time is followed.",
            format = Shape.Format.TIME_ZONE,
            min = 1,
            max = 50,
            fallback = "\"UTC\"")
        String timeZone,
    @FormField(title = "Payload", hint = "Passed to every run.", advanced = true)
        @Nullable JsonNode payload) {

  TimerSettings settings(String node) {
    return new TimerSettings(node, timeZone, payload);
  }

  /** The times. */
  public sealed interface Schedule {

    /** Times of a cron expression, in EventBridge Scheduler's dialect. */
    @VariantName(title = "At set times (cron)")
    record Cron(
        @FormField(
                title = "Expression",
                hint =
                    "Minute, hour, day, month, weekday, year: 0 9 ? * MON-FRI * is 9:00 on weekdays.",
                format = Shape.Format.CRON,
                min = 1,
                max = 200)
            String expression)
        implements Schedule {}

    /** A fixed distance. */
    @VariantName(title = "At an interval")
    record Rate(
        @FormField(title = "Every", min = 1, max = 10_000) int every,
        @FormField(title = "Unit", fallback = "\"hours\"") RateUnit unit)
        implements Schedule {}
  }

  /** What a rate counts. */
  public enum RateUnit {
    @VariantName
    MINUTES,
    @VariantName
    HOURS,
    @VariantName
    DAYS
  }
}
