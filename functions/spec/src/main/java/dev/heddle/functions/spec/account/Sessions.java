package dev.heddle.functions.spec.account;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.PlatformEntity;
import java.time.Instant;
import java.util.Optional;

/** The sessions. */
public interface Sessions {

  /** Sessions, and the tokens they had. */
  PlatformEntity<Sessions> ENTITY =
      Entity.ofPlatform("session", Sessions.class)
          .keys("SESSION#*")
          .kept(EntityRetention.UNTIL_EXPIRY);

  /** Stores a new one. */
  void open(UserSession session);

  /** The session, unless it ended. */
  Optional<UserSession> find(String id);

  /**
   * Replaces the session's token by another, remembering the old one as used.
   *
   * @return false when the token is no longer the one in {@code session}
   */
  boolean rotate(UserSession session, String nextHash, Instant at, Instant expiresAt);

  /** When a token of the session was replaced; empty if the session never had it, or has it now. */
  Optional<Instant> replacedAt(String id, String tokenHash);

  /** Ends it; nothing happens when it has ended. */
  void end(String id);
}
