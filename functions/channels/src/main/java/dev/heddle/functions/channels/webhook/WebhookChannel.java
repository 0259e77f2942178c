package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Access.Entity;
import dev.heddle.functions.spec.unit.Channel;
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
