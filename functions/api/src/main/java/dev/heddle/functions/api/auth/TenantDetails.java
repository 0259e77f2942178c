package dev.heddle.functions.api.auth;

import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.shape.Example;

/** A workspace and what the person may do in it. */
public record TenantDetails(
    @Example("ten_6tb2v9k4mx8qz3nd7hrw") String id,
    @Example("analytical-engines") String slug,
    @Example("Analytical Engines") String name,
    Role role) {

  static TenantDetails of(Workspace workspace, Role role) {
    return new TenantDetails(workspace.tenant().id(), workspace.slug(), workspace.name(), role);
  }
}
