package dev.heddle.functions.triggers.once;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.triggers.clock.ScheduledEventShape;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;

/** Starts one run at a date and time. */
public final class OnceNode implements NodeUnit<OnceConfig> {

  @Override
  public NodeSpec<OnceConfig> spec() {
    return NodeSpec.of("once@1", OnceConfig.class)
        .title("At a time")
        .summary("Starts a run once, at a date and time.")
        .family(Family.TRIGGER)
        .icon("clock")
        .keywords("once", "date", "time", "timer", "later", "reminder", "trigger")
        .line("{at} · {timeZone}")
        .wiring(new NodeWiring.Trigger(false))
        .output(ScheduledEventShape.SHAPE)
        .access();
  }
}
