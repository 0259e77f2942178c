package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The branches that begin at one fork and run for a merge that takes the first.
 *
 * @param fork the vertex all ways to the merge come from
 * @param branches the vertices of each branch, in the order of the fork's arrows
 */
public record RaceRegion(
    FlowGraph dag, FlowAnalysis relations, DrawingStep merge, int fork, List<BitSet> branches) {

  /** The race for a merge that a run may come to. */
  public static RaceRegion of(FlowGraph dag, FlowAnalysis relations, DrawingStep merge) {
    int end = dag.of(merge);
    int fork = relations.dominator(end);
    List<BitSet> branches = new ArrayList<>();
    for (int first : dag.successors(fork)) {
      branches.add(until(end, first, dag));
    }
    return new RaceRegion(dag, relations, merge, fork, branches);
  }

  private static BitSet until(int end, int first, FlowGraph dag) {
    BitSet branch = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      int v = open.remove();
      if (v != end && !branch.get(v)) {
        branch.set(v);
        open.addAll(dag.successors(v));
      }
    }
    return branch;
  }

  /** Whether several branches begin at once. */
  public boolean forks() {
    return !dag.vertex(fork).exclusive() && branches.size() > 1;
  }

  /** Whether an arrow leads from the fork straight to the merge. */
  public boolean isWonAtOnce() {
    return branches.stream().anyMatch(BitSet::isEmpty);
  }

  /** The steps that stand in more than one branch. */
  public List<DrawingStep> shared() {
    BitSet once = new BitSet();
    BitSet shared = new BitSet();
    for (BitSet branch : branches) {
      BitSet again = (BitSet) branch.clone();
      again.and(once);
      shared.or(again);
      once.or(branch);
    }
    return shared.stream().filter(v -> dag.vertex(v).isStep()).mapToObj(dag::step).toList();
  }

  /** The arrows by which a branch leaves for where no way leads to the merge. */
  public List<StepEdge> leaks() {
    Drawing drawing = dag.drawing();
    List<StepEdge> leaks = new ArrayList<>();
    for (BitSet branch : branches) {
      branch.stream()
          .filter(this::strays)
          .mapToObj(dag::step)
          .flatMap(stray -> drawing.into(stray.index()).stream())
          .filter(link -> isOnTheWay(drawing.step(link.source())))
          .forEach(leaks::add);
    }
    return leaks.stream().distinct().toList();
  }

  /** The arrows by which something from outside leads into a branch behind the fork. */
  public List<StepEdge> intrusions() {
    List<StepEdge> intrusions = new ArrayList<>();
    for (BitSet branch : branches) {
      branch.stream()
          .filter(v -> dag.vertex(v).isStep())
          .mapToObj(v -> dag.drawing().into(dag.step(v).index()))
          .flatMap(List::stream)
          .filter(link -> isOutside(dag.drawing().step(link.source())))
          .forEach(intrusions::add);
    }
    return intrusions;
  }

  private boolean isOutside(DrawingStep source) {
    int v = dag.of(source);
    return v >= 0
        && source.index() != dag.vertex(fork).step()
        && branches.stream().noneMatch(branch -> branch.get(v));
  }

  /** The first steps of a body that don't lead to the merge and that no arrow leads to. */
  public List<DrawingStep> bystanders() {
    return branches.stream()
        .flatMapToInt(BitSet::stream)
        .filter(this::strays)
        .mapToObj(dag::step)
        .filter(step -> dag.drawing().into(step.index()).isEmpty())
        .toList();
  }

  private boolean strays(int v) {
    return dag.vertex(v).isStep() && !dag.vertex(v).last() && !leadsOn(v);
  }

  private boolean leadsOn(int v) {
    return relations.reachableFrom(v).get(dag.of(merge));
  }

  private boolean isOnTheWay(DrawingStep source) {
    return dag.of(source) >= 0 && leadsOn(dag.of(source));
  }

  /** Whether all branches may end without a way to the merge being taken. */
  boolean mayDie() {
    return !relations.certain(fork).get(dag.of(merge));
  }

  /** The steps of a branch, in document order. */
  List<DrawingStep> steps(BitSet branch) {
    return branch.stream()
        .filter(v -> dag.vertex(v).isStep())
        .mapToObj(dag::step)
        .sorted((a, b) -> Integer.compare(a.index(), b.index()))
        .toList();
  }
}
