package dev.heddle.functions.spec.account;

import dev.heddle.functions.spec.caller.Tenant;
import java.time.Instant;

/**
 * A sign-in that lasts: a family of refresh tokens, each replacing the one before.
 *
 * @param tokenHash of the token that is good now
 * @param endsAt when it ends whatever happens
 * @param expiresAt when it ends unless it is refreshed before
 */
public record UserSession(
    String id,
    String user,
    Tenant tenant,
    String tokenHash,
    Instant createdAt,
    Instant endsAt,
    Instant expiresAt) {}
