package dev.heddle.statemachines.compiler.drawing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a recorded run goes on.
 *
 * @param from the node that runs again, and all that follows it
 * @param record by node: what is known of it; a node that isn't in it runs
 */
public record ResumePoint(String from, Map<String, NodeRecord> record) {

  /** How a node ended: the port it left by, null if it was dead. */
  public record NodeRecord(@Nullable String port) {}
}
