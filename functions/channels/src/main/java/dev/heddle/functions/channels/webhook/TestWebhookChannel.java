package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Access.Entity;
import dev.heddle.functions.spec.unit.Channel;
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
