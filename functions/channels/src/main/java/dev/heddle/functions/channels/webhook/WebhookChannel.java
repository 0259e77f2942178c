package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.Channel;
import dev.heddle.functions.core.port.Ports;
import java.util.List;
import java.util.Set;

/** The addresses of published workflows that begin with a webhook. */
public final class WebhookChannel implements Channel {

  @Override
  public ChannelSpec spec() {
    return new ChannelSpec(
        "webhook",
        List.of("/hooks/{tenant}/{path+}"),
        Webhooks.MAX_BODY,
        Set.of(
            new Access.Reads(Entity.TENANT),
            new Access.Reads(Entity.HOOK),
            new Access.Reads(Entity.WORKFLOW),
            new Access.Writes(Entity.RUN),
            new Access.Writes(Entity.IDEMPOTENCY),
            new Access.Sends(Access.Queue.INTAKE),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.StartsRuns()));
  }

  @Override
  public Intake open(Ports ports) {
    return Webhooks.published(ports);
  }
}
