package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflows;

/** The addresses of published workflows that begin with a webhook. */
public final class WebhookChannel implements Channel {

  @Override
  public ChannelSpec spec() {
    return ChannelSpec.of("webhook")
        .paths("/hooks/{tenant}/{path+}")
        .maxBody(WebhookIntake.MAX_BODY)
        .access(
            new Access.Reads(Tenants.ENTITY),
            new Access.Reads(Hooks.ENTITY),
            new Access.Reads(Workflows.ENTITY),
            new Access.Writes(Runs.ENTITY),
            new Access.Writes(Idempotency.ENTITY),
            new Access.Sends(Access.Queue.INTAKE),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.StartsRuns());
  }

  @Override
  public Handler open(Ports ports) {
    return WebhookIntake.published(ports);
  }
}
