package dev.heddle.functions.core.identity;

import dev.heddle.functions.core.caller.Role;
import dev.heddle.functions.core.caller.Tenant;

/** What an access token says of who carries it. */
public record Claims(String user, Tenant tenant, Role role, String session) {}
