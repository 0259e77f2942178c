package dev.heddle.functions.spec.workflow;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.Retention;
import java.util.Optional;

/** Webhook addresses of all tenants. */
public interface Hooks {

  /** Which workflow answers at a path. */
  PlatformEntity<Hooks> ENTITY =
      Entity.ofPlatform("hook", Hooks.class).keys("TENANT#*#HOOK#*").kept(Retention.UNTIL_DELETED);

  /**
   * What answers at a path of the tenant with this slug.
   *
   * @param test whether the draft is asked for; it is built when it has changed, and a {@link
   *     dev.heddle.functions.spec.fault.Fault} unpublishable says why it can't be
   */
  Optional<Hook> find(String tenantSlug, String path, boolean test);
}
