package dev.heddle.functions.spec.account;

import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import java.time.Instant;

/** That a person belongs to a workspace. */
public record Membership(String user, Tenant tenant, Role role, Instant joinedAt) {}
