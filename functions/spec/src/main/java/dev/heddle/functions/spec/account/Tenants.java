package dev.heddle.functions.spec.account;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.PlatformEntity;
import java.util.List;
import java.util.Optional;

/** The workspaces and who belongs to them. */
public interface Tenants {

  /** The workspaces with their members, and whose a slug is. */
  PlatformEntity<Tenants> ENTITY =
      Entity.ofPlatform("tenant", Tenants.class)
          .keys("TENANT#*#TENANT", "SLUG#*")
          .kept(EntityRetention.UNTIL_DELETED);

  /** The workspace. */
  Optional<Workspace> find(Tenant tenant);

  /** The tenant with this slug. */
  Optional<Tenant> bySlug(String slug);

  /** Where a person belongs, the longest-standing first; at most 100. */
  List<Membership> memberships(String user);

  /** That a person belongs to a workspace. */
  Optional<Membership> membership(Tenant tenant, String user);
}
