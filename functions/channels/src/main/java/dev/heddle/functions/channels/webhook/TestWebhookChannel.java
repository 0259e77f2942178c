package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.Channel;
import dev.heddle.functions.core.port.Ports;
import java.util.List;
import java.util.Set;

/**
 * The addresses by which a builder tries a saved draft. A channel of its own, because building a
 * draft takes rights that the published addresses, open to the world, must not have.
 */
public final class TestWebhookChannel implements Channel {

  @Override
  public ChannelSpec spec() {
    return new ChannelSpec(
        "webhook-test",
        List.of("/hooks-test/{tenant}/{path+}"),
        Webhooks.MAX_BODY,
        Set.of(
            new Access.Reads(Entity.TENANT),
            new Access.Reads(Entity.HOOK),
            new Access.Writes(Entity.WORKFLOW),
            new Access.Writes(Entity.RUN),
            new Access.Writes(Entity.IDEMPOTENCY),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.BuildsMachines(),
            new Access.StartsRuns()));
  }

  @Override
  public Intake open(Ports ports) {
    return Webhooks.drafts(ports);
  }
}
