package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.RequestInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a schedule says: when, from and until when, and what to do. */
record ScheduleDefinition(
    String expression,
    String zone,
    Optional<Instant> start,
    Optional<Instant> end,
    String description,
    boolean enabled,
    boolean deletedAfterwards,
    Optional<Duration> window,
    DeliveryTarget target) {

  static ScheduleDefinition read(RequestInput input) {
    return new ScheduleDefinition(
        input.required("ScheduleExpression"),
        ScheduleExpressionParser.zone(input.text("ScheduleExpressionTimezone").orElse("UTC"))
            .getId(),
        instant(input, "StartDate"),
        instant(input, "EndDate"),
        limited(input, "Description", 512),
        choice(input, "State", "ENABLED", "DISABLED").equals("ENABLED"),
        choice(input, "ActionAfterCompletion", "NONE", "DELETE").equals("DELETE"),
        window(input),
        target(input));
  }

  /** Whole and valid, with what was left out filled in; {@link #read} reads it again. */
  ObjectNode json() {
    ObjectNode json = DeliveryTarget.node();
    json.put("ScheduleExpression", expression);
    json.put("ScheduleExpressionTimezone", zone);
    start.ifPresent(instant -> json.put("StartDate", seconds(instant)));
    end.ifPresent(instant -> json.put("EndDate", seconds(instant)));
    if (!description.isEmpty()) {
      json.put("Description", description);
    }
    json.put("State", enabled ? "ENABLED" : "DISABLED");
    json.put("ActionAfterCompletion", deletedAfterwards ? "DELETE" : "NONE");
    ObjectNode flexible = json.putObject("FlexibleTimeWindow");
    flexible.put("Mode", window.isPresent() ? "FLEXIBLE" : "OFF");
    window.ifPresent(w -> flexible.put("MaximumWindowInMinutes", w.toMinutes()));
    json.set("Target", target.json());
    return json;
  }

  ScheduleExpression recurrence(Instant anchor) {
    return ScheduleExpressionParser.parse(
        expression, ScheduleExpressionParser.zone(zone), start.orElse(anchor));
  }

  /** The first time at or after the instant that start and end allow. */
  Optional<Instant> next(Instant anchor, Instant from) {
    Instant earliest = start.filter(s -> s.isAfter(from)).orElse(from);
    return recurrence(anchor)
        .from(earliest)
        .filter(next -> end.filter(last -> next.isAfter(last)).isEmpty());
  }

  static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1_000.0;
  }

  private static DeliveryTarget target(RequestInput input) {
    RequestInput target =
        input.object("Target").orElseThrow(() -> input.invalid("A Target is needed."));
    DeliveryTarget.arn(target, "RoleArn");
    return DeliveryTarget.read(target);
  }

  private static Optional<Instant> instant(RequestInput input, String member) {
    JsonNode value = input.json().path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    double seconds = value.isNumber() ? value.asDouble() : -1;
    if (!(seconds >= 0 && seconds < 1e11)) {
      throw input.invalid(member + " is no time in epoch seconds.");
    }
    return Optional.of(Instant.ofEpochMilli((long) (seconds * 1_000)));
  }

  private static Optional<Duration> window(RequestInput input) {
    RequestInput window =
        input
            .object("FlexibleTimeWindow")
            .orElseThrow(() -> input.invalid("A FlexibleTimeWindow is needed."));
    Optional<Integer> minutes = window.integer("MaximumWindowInMinutes", 1, 1_440);
    boolean flexible = choice(window, "Mode", "OFF", "FLEXIBLE").equals("FLEXIBLE");
    if (flexible != minutes.isPresent()) {
      throw input.invalid("MaximumWindowInMinutes belongs to the mode FLEXIBLE.");
    }
    return minutes.map(Duration::ofMinutes);
  }

  private static String choice(RequestInput input, String member, String normal, String other) {
    String value = input.text(member).orElse(normal);
    if (!value.equals(normal) && !value.equals(other)) {
      throw input.invalid(member + " is " + normal + " or " + other + ".");
    }
    return value;
  }

  private static String limited(RequestInput input, String member, int most) {
    String text = input.text(member).orElse("");
    if (text.length() > most) {
      throw input.invalid(member + " has at most " + most + " characters.");
    }
    return text;
  }
}
