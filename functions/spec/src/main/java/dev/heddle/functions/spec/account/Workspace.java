package dev.heddle.functions.spec.account;

import dev.heddle.functions.spec.caller.Tenant;
import java.time.Instant;

/**
 * A tenant as people see it.
 *
 * @param slug its unique name in addresses
 */
public record Workspace(Tenant tenant, String slug, String name, Instant createdAt) {}
