package dev.heddle.functions.api.auth;

import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Role;

/** A workspace and what the person may do in it. */
public record TenantDetails(String id, String slug, String name, Role role) {

  static TenantDetails of(Workspace workspace, Role role) {
    return new TenantDetails(workspace.tenant().id(), workspace.slug(), workspace.name(), role);
  }
}
