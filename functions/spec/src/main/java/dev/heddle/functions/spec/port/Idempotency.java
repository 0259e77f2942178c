package dev.heddle.functions.spec.port;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.TenantEntity;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers of one tenant's creating calls, kept for 24 hours under their Idempotency-Key. */
public interface Idempotency {

  /** How long a repeated call gets the first one's answer. */
  Duration KEPT = Duration.ofHours(24);

  /** Answers under their keys; a key is claimed before anything is known of it. */
  TenantEntity<Idempotency> ENTITY =
      Entity.ofTenant("idempotency", Idempotency.class)
          .keys("TENANT#*#IDEMPOTENCY#*")
          .alwaysWritten()
          .kept(EntityRetention.of(KEPT));

  /**
   * Does the work once for a key: a repeated call gets the first one's answer. Without a key the
   * work is simply done. Work that throws leaves the key free.
   *
   * @param route what is called, and on which thing
   * @param request what was asked for; the same key with another request is refused
   * @throws dev.heddle.functions.spec.fault.Fault conflict while the first call is under way
   */
  <O extends Record> O once(
      String route, @Nullable String key, Object request, Class<O> answer, Supplier<O> work);
}
