package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflows;

/**
 * The addresses by which a builder tries a saved draft. A channel of its own, because building a
 * draft takes rights that the published addresses, open to the world, must not have.
 */
public final class TestWebhookChannel implements Channel {

  @Override
  public ChannelSpec spec() {
    return ChannelSpec.of("webhook-test")
        .paths("/hooks-test/{tenant}/{path+}")
        .maxBody(WebhookIntake.MAX_BODY)
        .access(
            new Access.Reads(Tenants.ENTITY),
            new Access.Reads(Hooks.ENTITY),
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Runs.ENTITY),
            new Access.Writes(Idempotency.ENTITY),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.BuildsMachines(),
            new Access.StartsRuns());
  }

  @Override
  public Handler open(Ports ports) {
    return WebhookIntake.drafts(ports);
  }
}
