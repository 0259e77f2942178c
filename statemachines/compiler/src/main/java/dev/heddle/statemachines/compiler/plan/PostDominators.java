package dev.heddle.statemachines.compiler.plan;

/**
 * Immediate post-dominators: where ways meet again, for each vertex the nearest one that all ways
 * to the end pass.
 */
final class PostDominators {
  private final int size;
  private final int[] parent;

  /** The end of a run is the number after the last vertex. */
  PostDominators(FlowGraph dag) {
    this.size = dag.size();
    this.parent = new int[size + 1];
    for (int mirrored = 1; mirrored <= size; mirrored++) {
      parent[mirrored] = meeting(dag, size - mirrored);
    }
  }

  /** Vertices count from the end here, so that a parent's number is the smaller one. */
  private int meeting(FlowGraph dag, int v) {
    return dag.successors(v).stream()
        .mapToInt(next -> size - next)
        .reduce((a, b) -> CommonAncestor.of(parent, a, b))
        .orElse(0);
  }

  /** The meeting point after a vertex; the number of vertices if it is the end. */
  int postDominator(int v) {
    return size - parent[size - v];
  }

  /** The first point that the ways from both pass, each itself included. */
  int commonPostDominator(int a, int b) {
    return size - CommonAncestor.of(parent, size - a, size - b);
  }
}
