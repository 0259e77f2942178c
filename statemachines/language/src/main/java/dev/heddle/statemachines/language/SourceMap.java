package dev.heddle.statemachines.language;

import java.util.Map;

/**
 * From a machine's names back to the drawing: what a run's record is written by.
 *
 * @param states by state name
 * @param outputs by variable: the node whose output an assignment of it is
 * @param ports by variable: the node that left by the port assigned to it; null means dead
 */
public record SourceMap(
    Map<String, Origin> states, Map<String, String> outputs, Map<String, String> ports) {

  /** The node a state was made for, and whether entering it means that the node runs. */
  public record Origin(String node, boolean runs) {}
}
