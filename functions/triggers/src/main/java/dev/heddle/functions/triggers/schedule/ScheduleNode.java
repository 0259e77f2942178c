package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;

/** Starts runs by the clock. */
public final class ScheduleNode implements NodeUnit<ScheduleConfig> {
  private static final Shape TIME = new Shape.Text(Shape.Format.DATE_TIME, 0, 40, null);

  @Override
  public NodeSpec<ScheduleConfig> spec() {
    return NodeSpec.of("schedule@1", ScheduleConfig.class)
        .title("Schedule")
        .summary("Starts a run at set times, or every so often.")
        .family(Family.TRIGGER)
        .icon("calendar-clock")
        .keywords("cron", "timer", "daily", "hourly", "every", "time", "trigger")
        .line("By the clock, {timeZone}")
        .wiring(new Wiring.Trigger(false))
        .output(
            new Shape.Fields(
                List.of(
                    field("scheduledAt", "Scheduled at", TIME),
                    field("payload", "Payload", new Shape.Any()))))
        .access();
  }

  private static Shape.Field field(String name, String title, Shape shape) {
    return new Shape.Field(name, title, "", shape, true, false, false, null);
  }
}
