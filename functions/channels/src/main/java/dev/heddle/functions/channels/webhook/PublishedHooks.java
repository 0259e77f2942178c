package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.core.cache.Remembered;
import dev.heddle.functions.publishing.Builds;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.DrawnTrigger;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Hooks;
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
final class PublishedHooks implements HookLookup {
  private static final int MOST = 200;

  private final Hooks hooks;
  private final Function<Tenant, Workflows> workflows;
  private final Remembered<Hooks.Live, Published> published;

  private record Published(Build build, List<DrawnTrigger<WebhookConfig>> webhooks) {

    /** With its run map, which for a build of before would be derived anew at each call. */
    static Published of(Build build) {
      return new Published(build.with(Builds.runMap(build)), Hook.drawnIn(build.graph()));
    }
  }

  PublishedHooks(Ports ports) {
    hooks = ports.of(Hooks.ENTITY);
    workflows = ports.of(Workflows.ENTITY);
    published = new Remembered<>(MOST, Duration.ofHours(1), ports.clock());
  }

  @Override
  public Optional<Hook> find(String tenantSlug, String path) {
    return hooks.live(tenantSlug, path).flatMap(live -> find(live, path));
  }

  private Optional<Hook> find(Hooks.Live live, String path) {
    return published
        .get(live, this::read)
        .flatMap(
            found ->
                Hook.at(path, found.webhooks())
                    .map(
                        webhook ->
                            new Hook(
                                live.tenant(), found.build(), webhook.id(), webhook.config())));
  }

  private Optional<Published> read(Hooks.Live live) {
    return workflows.apply(live.tenant()).build(live.workflow(), live.build()).map(Published::of);
  }
}
