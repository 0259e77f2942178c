package dev.heddle.functions.spec.workflow;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.PlatformEntity;
import java.util.Optional;

/** Where claimed names lead, of all tenants: for channels, whose callers know no tenant's id. */
public interface Hooks {

  /** Claimed names, and which workflow each leads to. */
  PlatformEntity<Hooks> ENTITY =
      Entity.ofPlatform("hook", Hooks.class)
          .keys("TENANT#*#HOOK#*")
          .kept(EntityRetention.UNTIL_DELETED);

  /** The published build that a claim of the tenant with this slug leads to. */
  Optional<Live> live(String tenantSlug, String name);

  /** The workflow whose draft claimed a name of the tenant with this slug last. */
  Optional<Test> test(String tenantSlug, String name);

  /**
   * Where a live claim leads.
   *
   * @param build the id of the workflow's published build
   */
  record Live(Tenant tenant, String workflow, String build) {}

  /** Where a test claim leads. */
  record Test(Tenant tenant, String workflow) {}
}
