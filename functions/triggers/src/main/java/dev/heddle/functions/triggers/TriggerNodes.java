package dev.heddle.functions.triggers;

import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.triggers.called.CalledTriggerNode;
import dev.heddle.functions.triggers.manual.ManualNode;
import dev.heddle.functions.triggers.schedule.ScheduleNode;
import dev.heddle.functions.triggers.webhook.WebhookNode;
import java.util.List;

/** The node types that start a run, in the palette's order. */
public final class TriggerNodes {
  /** All of them. */
  public static final List<NodeUnit<?>> ALL =
      List.of(new ManualNode(), new CalledTriggerNode(), new WebhookNode(), new ScheduleNode());

  private TriggerNodes() {}
}
