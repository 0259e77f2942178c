package dev.heddle.functions.triggers.once;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.triggers.clock.ClockEvent;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Starts one run at a date and time. */
public final class OnceNode implements NodeUnit<OnceConfig> {

  @Override
  public NodeSpec<OnceConfig> spec() {
    return new NodeSpec<>(
        "once@1",
        "At a time",
        "Starts a run once, at a date and time.",
        Family.TRIGGER,
        "clock",
        List.of("once", "date", "time", "timer", "later", "reminder", "trigger"),
        "{at} · {timeZone}",
        new Wiring.Trigger(false),
        Ports.main(),
        false,
        OnceConfig.class,
        ClockEvent.SHAPE,
        Duration.ZERO,
        Set.of());
  }
}
