package dev.heddle.events;

import org.jspecify.annotations.Nullable;

/**
 * The run that started another one.
 *
 * @param node that did; of a failed run the one that failed, and empty if it is not known
 * @param path of its iteration, such as {@code each1[3]}; empty outside containers
 * @param failed true when it was started because the parent failed
 */
public record RunParent(String run, String node, String path, @Nullable Boolean failed) {

  /** Whether it was started because the parent failed. */
  public boolean hasFailed() {
    return Boolean.TRUE.equals(failed);
  }
}
