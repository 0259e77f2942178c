package dev.heddle.statemachines.compiler.plan;

/**
 * Lowest common ancestors: walks trees that are given by each vertex's parent; parents have smaller
 * numbers.
 */
final class CommonAncestor {

  private CommonAncestor() {}

  /** The nearest common ancestor. */
  static int of(int[] parent, int a, int b) {
    int left = a;
    int right = b;
    while (left != right) {
      if (left > right) {
        left = parent[left];
      } else {
        right = parent[right];
      }
    }
    return left;
  }
}
