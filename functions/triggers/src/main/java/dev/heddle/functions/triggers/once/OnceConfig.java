package dev.heddle.functions.triggers.once;

import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.triggers.clock.ClockSettings;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of a start at a date and time. */
public record OnceConfig(
    @Form(
            title = "At",
            hint = "Date and time in the time zone below, such as 2027-01-31T09:00.",
            pattern = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?",
            min = 1,
            max = 19)
        String at,
    @Form(
            title = "Time zone",
            hint = "Such as Europe/Berlin.",
            format = Shape.Format.TIME_ZONE,
            min = 1,
            max = 50,
            fallback = "\"UTC\"")
        String timeZone,
    @Form(title = "Payload", hint = "Handed to the run.", advanced = true)
        @Nullable JsonNode payload) {

  ClockSettings settings(String node) {
    return new ClockSettings(node, timeZone, payload);
  }
}
