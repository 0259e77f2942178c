package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Starts runs by the clock. */
public final class ScheduleNode implements NodeUnit<ScheduleConfig> {
  private static final Shape TIME = new Shape.Text(Shape.Format.DATE_TIME, 0, 40, null);

  @Override
  public NodeSpec<ScheduleConfig> spec() {
    return new NodeSpec<>(
        "schedule@1",
        "Schedule",
        "Starts a run at set times, or every so often.",
        Family.TRIGGER,
        "calendar-clock",
        List.of("cron", "timer", "daily", "hourly", "every", "time", "trigger"),
        "By the clock, {timeZone}",
        new Wiring.Trigger(false),
        Ports.main(),
        false,
        ScheduleConfig.class,
        new Shape.Fields(
            List.of(
                field("scheduledAt", "Scheduled at", TIME),
                field("payload", "Payload", new Shape.Any()))),
        Duration.ZERO,
        Set.of());
  }

  private static Shape.Field field(String name, String title, Shape shape) {
    return new Shape.Field(name, title, "", shape, true, false, false, null);
  }
}
