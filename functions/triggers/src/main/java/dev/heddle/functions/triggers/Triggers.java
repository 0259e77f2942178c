package dev.heddle.functions.triggers;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Trigger;
import dev.heddle.functions.triggers.called.CalledTrigger;
import dev.heddle.functions.triggers.manual.ManualTrigger;
import dev.heddle.functions.triggers.once.OnceTrigger;
import dev.heddle.functions.triggers.schedule.ScheduleTrigger;
import dev.heddle.functions.triggers.webhook.WebhookTrigger;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;

/** The ways in which runs start, in the palette's order. */
public final class Triggers {
  /** All of them. */
  public static final List<Trigger<?>> ALL =
      List.of(
          new WebhookTrigger(),
          new ScheduleTrigger(),
          new ManualTrigger(),
          new CalledTrigger(),
          new OnceTrigger());

  private Triggers() {}

  /** Their node types. */
  public static List<NodeUnit<?>> nodes() {
    return ALL.stream().<NodeUnit<?>>map(Trigger::node).toList();
  }

  /** The node type that stands for a start without an event. */
  public static NodeSpec<?> byHand() {
    return nodes().stream()
        .<NodeSpec<?>>map(NodeUnit::spec)
        .filter(spec -> spec.wiring() instanceof NodeWiring.Trigger trigger && trigger.byHand())
        .findFirst()
        .orElseThrow();
  }
}
