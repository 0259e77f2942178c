package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;

/** What an access token says of who carries it. */
public record TokenClaims(String user, Tenant tenant, Role role, String session) {}
