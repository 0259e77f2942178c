package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.triggers.clock.ScheduledEventShape;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;

/** Starts runs by the clock. */
public final class ScheduleNode implements NodeUnit<ScheduleConfig> {

  @Override
  public NodeSpec<ScheduleConfig> spec() {
    return NodeSpec.of("schedule@1", ScheduleConfig.class)
        .title("Schedule")
        .summary("Starts a run at set times or at an interval.")
        .family(Family.TRIGGER)
        .icon("calendar-clock")
        .keywords("cron", "timer", "daily", "hourly", "every", "time", "trigger")
        .line("Scheduled, {timeZone}")
        .wiring(new NodeWiring.Trigger(false))
        .output(ScheduledEventShape.SHAPE)
        .access();
  }
}
