package dev.heddle.functions.triggers.once;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.triggers.clock.TimerSettings;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of a start at a date and time. */
public record OnceConfig(
    @FormField(
            title = "At",
            hint = "Date and time in the time zone below, such as 2027-01-31T09:00.",
            pattern = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?",
            min = 1,
            max = 19)
        String at,
    @FormField(
            title = "Time zone",
            hint = "Such as Europe/Berlin.",
            format = Shape.Format.TIME_ZONE,
            min = 1,
            max = 50,
            fallback = "\"UTC\"")
        String timeZone,
    @FormField(title = "Payload", hint = "Passed to the run.", advanced = true)
        @Nullable JsonNode payload) {

  TimerSettings settings(String node) {
    return new TimerSettings(node, timeZone, payload);
  }
}
