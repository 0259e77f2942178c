package dev.heddle.functions.channels;

import dev.heddle.functions.channels.webhook.TestWebhookChannel;
import dev.heddle.functions.channels.webhook.WebhookChannel;
import dev.heddle.functions.spec.unit.Channel;
import java.util.List;

/** This room's channels. */
public final class Channels {
  /** All of them. */
  public static final List<Channel> ALL = List.of(new WebhookChannel(), new TestWebhookChannel());

  private Channels() {}
}
