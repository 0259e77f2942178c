package dev.heddle.functions.spec.wait;

import java.util.List;

/** The runs of one tenant that wait for events. */
public interface EventWaits {

  /** Keeps a wait; the same place waiting again replaces it. */
  void keep(EventWait wait);

  /** Who waits for an event; at most {@code limit}. */
  List<EventWait> of(String event, String key, int limit);

  /** Forgets a wait, unless its place waits anew. */
  void drop(EventWait wait);
}
