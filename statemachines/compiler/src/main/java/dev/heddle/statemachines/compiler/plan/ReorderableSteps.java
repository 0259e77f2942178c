package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.BitSet;

/**
 * Independent steps, which share a run and have no order (partial order): what it costs to make one
 * wait for another.
 */
final class ReorderableSteps {
  private static final long LONG_WAIT = 1_000;
  private final FlowGraph dag;
  private final long[][] free;
  private final BitSet lasting = new BitSet();
  private final BitSet waitedFor = new BitSet();

  ReorderableSteps(FlowGraph dag, FlowAnalysis relations) {
    this.dag = dag;
    this.free = new long[dag.size()][];
    BitSet steps = new BitSet();
    for (int v = 1; v < dag.size(); v++) {
      steps.set(v, dag.vertex(v).isStep());
    }
    BitSet[] above = above();
    for (int v = 1; v < dag.size(); v++) {
      if (steps.get(v)) {
        free[v] = free(v, relations, steps, above[v]);
        waitedFor.set(v, !dag.vertex(v).last());
        lasting.set(v, takesLong(dag.step(v)));
      } else {
        free[v] = new long[0];
      }
    }
  }

  private BitSet[] above() {
    BitSet[] above = new BitSet[dag.size()];
    for (int v = 0; v < above.length; v++) {
      above[v] = new BitSet(above.length);
      for (int from : dag.predecessors(v)) {
        above[v].or(above[from]);
        above[v].set(from);
      }
    }
    return above;
  }

  private static long[] free(int v, FlowAnalysis relations, BitSet steps, BitSet above) {
    BitSet free = (BitSet) relations.coReachable(v).clone();
    free.and(steps);
    free.clear(v);
    free.andNot(relations.reachableFrom(v));
    free.andNot(above);
    return free.toLongArray();
  }

  /** What it costs that these steps wait for a step; nothing if it ends the run. */
  long cost(int v, long[] those) {
    return waitedFor.get(v) ? weight(v) * common(free[v], those) : 0;
  }

  /** What it costs that a step waits for these. */
  long costOfWaiting(int v, long[] brief, long[] lasting) {
    return common(free[v], brief) + LONG_WAIT * common(free[v], lasting);
  }

  private long weight(int v) {
    return lasting.get(v) ? LONG_WAIT : 1;
  }

  /** Whether to wait for a step means to wait for anything, and whether for long. */
  boolean isWaitedFor(int v, boolean forLong) {
    return waitedFor.get(v) && lasting.get(v) == forLong;
  }

  /** Those of these steps that no arrow makes wait for a step; none if it ends the run. */
  BitSet waiting(int v, BitSet those) {
    BitSet waiting = waitedFor.get(v) ? BitSet.valueOf(free[v]) : new BitSet();
    waiting.and(those);
    return waiting;
  }

  private static int common(long[] a, long[] b) {
    int common = 0;
    for (int i = Math.min(a.length, b.length) - 1; i >= 0; i--) {
      common += Long.bitCount(a[i] & b[i]);
    }
    return common;
  }

  /** Whether to wait for a step may mean to wait for long. */
  static boolean takesLong(DrawingStep step) {
    return step.works()
        && switch (step.wiring()) {
          case NodeWiring.Call _, NodeWiring.Wait _, NodeWiring.Await _, NodeWiring.Agent _ -> true;
          case NodeWiring.RunWorkflow _, NodeWiring.ForEach _, NodeWiring.Loop _ -> true;
          case NodeWiring.Trigger _, NodeWiring.If _, NodeWiring.Switch _, NodeWiring.SetFields _ ->
              false;
          case NodeWiring.Merge _, NodeWiring.Respond _, NodeWiring.Stop _ -> false;
        };
  }
}
