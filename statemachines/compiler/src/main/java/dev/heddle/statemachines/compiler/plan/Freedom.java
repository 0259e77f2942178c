package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.BitSet;

/** Which steps may share a run and have no order: what it costs to make one wait for another. */
final class Freedom {
  private static final long LONG_WAIT = 1_000;
  private final Dag dag;
  private final long[][] free;
  private final BitSet lasting = new BitSet();
  private final BitSet waitedFor = new BitSet();

  Freedom(Dag dag, Relations relations) {
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
      for (int from : dag.before(v)) {
        above[v].or(above[from]);
        above[v].set(from);
      }
    }
    return above;
  }

  private static long[] free(int v, Relations relations, BitSet steps, BitSet above) {
    BitSet free = (BitSet) relations.together(v).clone();
    free.and(steps);
    free.clear(v);
    free.andNot(relations.below(v));
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
  static boolean takesLong(Step step) {
    return step.works()
        && switch (step.wiring()) {
          case Wiring.Call _, Wiring.Wait _, Wiring.Await _, Wiring.Agent _ -> true;
          case Wiring.RunWorkflow _, Wiring.ForEach _, Wiring.Loop _ -> true;
          case Wiring.Trigger _, Wiring.If _, Wiring.Switch _, Wiring.SetFields _ -> false;
          case Wiring.Merge _, Wiring.Respond _, Wiring.Stop _ -> false;
        };
  }
}
