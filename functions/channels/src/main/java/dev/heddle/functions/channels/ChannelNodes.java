package dev.heddle.functions.channels;

import dev.heddle.functions.channels.schedule.ScheduleNode;
import dev.heddle.functions.channels.webhook.WebhookNode;
import dev.heddle.functions.core.catalog.NodeUnit;
import java.util.List;

/** The triggers that belong to this room's channels. */
public final class ChannelNodes {
  /** All of them. */
  public static final List<NodeUnit<?>> ALL = List.of(new WebhookNode(), new ScheduleNode());

  private ChannelNodes() {}
}
