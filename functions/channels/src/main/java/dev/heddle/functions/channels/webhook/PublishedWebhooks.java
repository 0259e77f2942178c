package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.core.cache.ExpiringCache;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.DrawnTrigger;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.functions.triggers.webhook.WebhookConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Webhooks of published workflows. A version never changes, so its build is remembered with its
 * webhooks as they were read: a call costs one read, that of the claim.
 */
final class PublishedWebhooks implements WebhookLookup {
  private static final int MOST = 200;

  private final Hooks hooks;
  private final Function<Tenant, Workflows> workflows;
  private final ExpiringCache<Hooks.Live, PublishedBuild> published;

  private record PublishedBuild(WorkflowBuild build, List<DrawnTrigger<WebhookConfig>> webhooks) {

    /** With its run map, which for a build of before would be derived anew at each call. */
    static PublishedBuild of(WorkflowBuild build) {
      return new PublishedBuild(
          build.with(BuildRunMaps.runMap(build)), WebhookTarget.drawnIn(build.graph()));
    }
  }

  PublishedWebhooks(Ports ports) {
    hooks = ports.of(Hooks.ENTITY);
    workflows = ports.of(Workflows.ENTITY);
    published = new ExpiringCache<>(MOST, Duration.ofHours(1), ports.clock());
  }

  @Override
  public Optional<WebhookTarget> find(String tenantSlug, String path) {
    return hooks.live(tenantSlug, path).flatMap(live -> find(live, path));
  }

  private Optional<WebhookTarget> find(Hooks.Live live, String path) {
    return published
        .get(live, this::read)
        .flatMap(
            found ->
                WebhookTarget.at(path, found.webhooks())
                    .map(
                        webhook ->
                            new WebhookTarget(
                                live.tenant(), found.build(), webhook.id(), webhook.config())));
  }

  private Optional<PublishedBuild> read(Hooks.Live live) {
    return workflows
        .apply(live.tenant())
        .build(live.workflow(), live.build())
        .map(PublishedBuild::of);
  }
}
