package dev.heddle.functions.channels.webhook;

import java.util.Optional;

/** Where the addresses of one channel lead. */
@FunctionalInterface
interface WebhookLookup {

  /** What answers at a path of the workspace with this slug. */
  Optional<WebhookTarget> find(String tenantSlug, String path);
}
