package dev.heddle.functions.triggers.webhook;

import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Trigger;
import dev.heddle.functions.spec.workflow.AddressClaim;
import java.util.List;
import java.util.Optional;

/** Runs that calls of a workflow's own address start. */
public final class WebhookTrigger implements Trigger<WebhookConfig> {
  private final WebhookNode node = new WebhookNode();

  @Override
  public NodeUnit<WebhookConfig> node() {
    return node;
  }

  @Override
  public List<AddressClaim> claims(WebhookConfig config) {
    return Optional.ofNullable(config.path())
        .map(path -> new AddressClaim(path, "the webhook path " + path))
        .stream()
        .toList();
  }
}
