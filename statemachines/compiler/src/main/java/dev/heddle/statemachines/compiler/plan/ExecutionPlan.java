package dev.heddle.statemachines.compiler.plan;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** How a set of vertices is run; each kind holds the vertices it is made of. */
public sealed interface ExecutionPlan {

  /** The vertices in it. */
  BitSet vertices();

  /**
   * One step at a time, each leading to the next; at some point a region of several at a time.
   *
   * @param regions by the vertex they begin after; {@link #ENTRY} for one that the flow begins with
   */
  record Flow(BitSet vertices, Map<Integer, Region> regions) implements ExecutionPlan {}

  /** Begins after a vertex and ends before another; {@link #END} if nothing follows. */
  record Region(int entry, int exit, ExecutionPlan body) {}

  /** One after the other. */
  record Series(BitSet vertices, List<ExecutionPlan> parts) implements ExecutionPlan {}

  /** At the same time. */
  record Parallel(BitSet vertices, List<ExecutionPlan> branches) implements ExecutionPlan {}

  /** At most one of them. */
  record Exclusive(BitSet vertices, List<ExecutionPlan> choices) implements ExecutionPlan {}

  /** Before the first vertex. */
  int ENTRY = -1;

  /** After the last vertex. */
  int END = -1;
}
