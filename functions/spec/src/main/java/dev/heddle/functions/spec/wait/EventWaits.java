package dev.heddle.functions.spec.wait;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.TenantEntity;
import java.util.List;

/** The runs of one tenant that wait for events. */
public interface EventWaits {

  /** Runs that wait for events, each with what completes its task. */
  TenantEntity<EventWaits> ENTITY =
      Entity.ofTenant("event-wait", EventWaits.class)
          .keys("TENANT#*#WAIT#*")
          .kept(EntityRetention.UNTIL_EXPIRY);

  /** Keeps a wait; the same place waiting again replaces it. */
  void keep(EventWait wait);

  /** Who waits for an event; at most {@code limit}. */
  List<EventWait> of(String event, String key, int limit);

  /** Forgets a wait, unless its place waits anew. */
  void drop(EventWait wait);
}
