package dev.heddle.functions.spec.account;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.PlatformEntity;
import java.time.Duration;

/** Counts attempts, so that nobody can try for ever. */
public interface RateLimiter {

  /** Counters, which are only ever counted up. */
  PlatformEntity<RateLimiter> ENTITY =
      Entity.ofPlatform("attempt", RateLimiter.class)
          .keys("ATTEMPT#*")
          .alwaysWritten()
          .kept(EntityRetention.UNTIL_EXPIRY);

  /**
   * Counts one.
   *
   * @param who an address or an account; stored as a hash
   * @throws dev.heddle.functions.spec.fault.Fault too-many when the limit was reached
   */
  void acquire(Limit limit, String who);

  /** Forgets what was counted in the current window. */
  void reset(Limit limit, String who);

  /** At most so many in a window of time; windows are aligned to the clock. */
  record Limit(String name, int most, Duration window) {}
}
