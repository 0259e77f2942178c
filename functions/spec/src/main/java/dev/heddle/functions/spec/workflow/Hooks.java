package dev.heddle.functions.spec.workflow;

import java.util.Optional;

/** Webhook addresses of all tenants. */
public interface Hooks {

  /**
   * What answers at a path of the tenant with this slug.
   *
   * @param test whether the draft is asked for; it is built when it has changed, and a {@link
   *     dev.heddle.functions.spec.fault.Fault} unpublishable says why it can't be
   */
  Optional<Hook> find(String tenantSlug, String path, boolean test);
}
