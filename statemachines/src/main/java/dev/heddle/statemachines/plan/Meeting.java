package dev.heddle.statemachines.plan;

/** Where ways meet again: for each vertex the nearest one that all ways to the end pass. */
final class Meeting {
  private final int size;
  private final int[] parent;

  /** Failed runs don't count, and the end of a run is the number after the last vertex. */
  Meeting(Dag dag) {
    this.size = dag.size();
    this.parent = new int[size + 1];
    for (int mirrored = 1; mirrored <= size; mirrored++) {
      parent[mirrored] = meeting(dag, size - mirrored);
    }
  }

  /** Vertices count from the end here, so that a parent's number is the smaller one. */
  private int meeting(Dag dag, int v) {
    if (dag.vertex(v).last()) {
      return -1;
    }
    int common = dag.after(v).isEmpty() ? 0 : -1;
    for (int next : dag.after(v)) {
      int other = size - next;
      if (parent[other] >= 0) {
        common = common < 0 ? other : Trees.common(parent, common, other);
      }
    }
    return common;
  }

  /** The meeting point after a vertex; the number of vertices if it is the end. */
  int after(int v) {
    return parent[size - v] < 0 ? size : size - parent[size - v];
  }

  /** The first point that the ways from both pass, each itself included. */
  int common(int a, int b) {
    if (a == size || b == size) {
      return size;
    }
    if (parent[size - a] < 0 || parent[size - b] < 0) {
      return parent[size - a] < 0 ? b : a;
    }
    return size - Trees.common(parent, size - a, size - b);
  }
}
