package dev.heddle.functions.triggers.schedule;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Trigger;
import dev.heddle.statemachines.language.Issue;
import java.time.Instant;
import java.util.List;

/** Runs that the clock starts. */
public final class ScheduleTrigger implements Trigger<ScheduleConfig> {
  private final ScheduleNode node = new ScheduleNode();

  @Override
  public NodeUnit<ScheduleConfig> node() {
    return node;
  }

  @Override
  public List<Issue> check(String node, ScheduleConfig config) {
    return ScheduleRules.issues(node, config);
  }

  @Override
  public List<Timer> timers(String node, ScheduleConfig config, Instant now) {
    return ScheduleTimers.of(node, config);
  }
}
