package dev.heddle.functions.core.account;

import dev.heddle.functions.core.caller.Role;
import dev.heddle.functions.core.caller.Tenant;
import java.time.Instant;

/** That a person belongs to a workspace. */
public record Membership(String user, Tenant tenant, Role role, Instant joinedAt) {}
