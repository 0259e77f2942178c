package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.Variant;
import dev.heddle.functions.triggers.clock.ClockSettings;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of a schedule. */
public record ScheduleConfig(
    @Form(title = "When") Schedule schedule,
    @Form(
            title = "Time zone",
            hint = "Such as Europe/Berlin; summer time is followed.",
            format = Shape.Format.TIME_ZONE,
            min = 1,
            max = 50,
            fallback = "\"UTC\"")
        String timeZone,
    @Form(title = "Payload", hint = "Handed to every run.", advanced = true)
        @Nullable JsonNode payload) {

  ClockSettings settings(String node) {
    return new ClockSettings(node, timeZone, payload);
  }

  /** The times. */
  public sealed interface Schedule {

    /** Times of a cron expression, in EventBridge Scheduler's dialect. */
    @Variant(title = "At set times (cron)")
    record Cron(
        @Form(
                title = "Expression",
                hint =
                    "Minute, hour, day, month, weekday, year: 0 9 ? * MON-FRI * is 9:00 on weekdays.",
                format = Shape.Format.CRON,
                min = 1,
                max = 200)
            String expression)
        implements Schedule {}

    /** A fixed distance. */
    @Variant(title = "Every so often")
    record Rate(
        @Form(title = "Every", min = 1, max = 10_000) int every,
        @Form(title = "Unit", fallback = "\"hours\"") Unit unit)
        implements Schedule {}
  }

  /** What a rate counts. */
  public enum Unit {
    @Variant
    MINUTES,
    @Variant
    HOURS,
    @Variant
    DAYS
  }
}
