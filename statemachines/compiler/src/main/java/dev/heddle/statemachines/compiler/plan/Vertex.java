package dev.heddle.statemachines.compiler.plan;

/**
 * A point that a run passes: its start, a step, or one of several ports of a step.
 *
 * @param step the step's index; -1 at the start
 * @param port the port's name; empty for a step that leaves by {@link #only}
 * @param only the one port a step without choices leaves by; empty if it has none or several
 * @param exclusive whether exactly one of its successors is taken, not all
 * @param last whether it ends the whole run in failure
 * @param never whether no run passes it: a port of a step that is idle
 */
public record Vertex(
    int step, String port, String only, boolean exclusive, boolean last, boolean never) {

  /** Where a drawing's runs begin. */
  static Vertex ofStart(boolean exclusive) {
    return new Vertex(-1, "", "", exclusive, false, false);
  }

  /** One of several ports of a step. */
  static Vertex ofPort(int step, String port, boolean never) {
    return new Vertex(step, port, "", false, false, never);
  }

  /** Whether it is a step rather than a port or the start. */
  public boolean isStep() {
    return step >= 0 && port.isEmpty();
  }
}
