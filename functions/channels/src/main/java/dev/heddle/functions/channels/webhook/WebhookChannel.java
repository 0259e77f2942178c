package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.Channel;
import dev.heddle.functions.core.fault.Fault;
import dev.heddle.functions.core.port.Ports;
import java.util.List;
import java.util.Set;

/** The addresses of workflows that begin with a webhook, published and as drafts. */
public final class WebhookChannel implements Channel {
  private static final int MAX_BODY = 1024 * 1024;

  @Override
  public ChannelSpec spec() {
    return new ChannelSpec(
        "webhook",
        List.of("/hooks/{tenant}/{path+}", "/hooks-test/{tenant}/{path+}"),
        MAX_BODY,
        Set.of(
            new Access.Reads(Entity.HOOK),
            new Access.Writes(Entity.WORKFLOW),
            new Access.Writes(Entity.RUN),
            new Access.Sends(Access.Queue.INTAKE),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.BuildsMachines(),
            new Access.StartsRuns()));
  }

  @Override
  public Intake open(Ports ports) {
    return request -> {
      throw Fault.notFound("webhook");
    };
  }
}
