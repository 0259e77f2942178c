package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.triggers.clock.ClockEvent;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Starts runs by the clock. */
public final class ScheduleNode implements NodeUnit<ScheduleConfig> {

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
        ClockEvent.SHAPE,
        Duration.ZERO,
        Set.of());
  }
}
