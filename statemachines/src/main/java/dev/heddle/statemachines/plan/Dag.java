package dev.heddle.statemachines.plan;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Link;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.vocabulary.Ports;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What can be reached from the triggers, as vertices in topological order: vertex 0 is the start, a
 * step with several ports is followed by its ports.
 */
public final class Dag {
  /** The start of a run. */
  public static final int START = 0;

  private final Drawing drawing;
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final int[] vertexOf;

  /** The vertices of a drawing without cycles. */
  public Dag(Drawing drawing) {
    this.drawing = drawing;
    this.vertexOf = new int[drawing.steps().size()];
    Arrays.fill(vertexOf, -1);
    add(new Vertex(-1, "", "", true, false));
    BitSet reachable = drawing.reachable();
    drawing.order().stream().filter(reachable::get).forEach(this::addStep);
    join();
  }

  private int add(Vertex vertex) {
    vertices.add(vertex);
    after.add(new ArrayList<>());
    before.add(new ArrayList<>());
    return vertices.size() - 1;
  }

  private void addStep(int index) {
    Step step = drawing.step(index);
    List<String> ports = livePorts(step);
    String only = ports.size() == 1 ? ports.getFirst() : "";
    vertexOf[index] = add(new Vertex(index, "", only, ports.size() > 1, step.fails()));
    if (ports.size() > 1) {
      ports.forEach(port -> add(new Vertex(index, port, "", false, false)));
    }
  }

  /** The ports a step may leave by. */
  public List<String> livePorts(Step step) {
    if (!step.works() || step.isTrigger()) {
      return List.of(step.onlyPort());
    }
    List<String> ports = new ArrayList<>(step.ports());
    if (!drawing.outOf(step.index(), Ports.FAILURE).isEmpty()) {
      ports.add(Ports.FAILURE);
    }
    return ports;
  }

  private void join() {
    drawing.triggers().forEach(trigger -> join(START, vertexOf[trigger.index()]));
    for (int v = 1; v < vertices.size(); v++) {
      Vertex vertex = vertices.get(v);
      if (vertex.isStep() && vertex.exclusive()) {
        for (int p = v + 1; p <= v + livePorts(drawing.step(vertex.step())).size(); p++) {
          join(v, p);
        }
      } else {
        joinTargets(v, vertex);
      }
    }
  }

  private void joinTargets(int v, Vertex vertex) {
    String port = vertex.isStep() ? vertex.only() : vertex.port();
    for (Link link : drawing.outOf(vertex.step(), port)) {
      join(v, vertexOf[link.target()]);
    }
  }

  private void join(int from, int to) {
    after.get(from).add(to);
    before.get(to).add(from);
  }

  /** The drawing. */
  public Drawing drawing() {
    return drawing;
  }

  /** How many vertices there are. */
  public int size() {
    return vertices.size();
  }

  /** A vertex. */
  public Vertex vertex(int v) {
    return vertices.get(v);
  }

  /** The step of a vertex other than the start. */
  public Step step(int v) {
    return drawing.step(vertices.get(v).step());
  }

  /** The vertex of a step; -1 if no trigger leads to it. */
  public int of(Step step) {
    return vertexOf[step.index()];
  }

  /** The vertex by which a step leaves through a port. */
  public int of(Step step, String port) {
    int v = of(step);
    if (!vertices.get(v).exclusive()) {
      return v;
    }
    return v + 1 + livePorts(step).indexOf(port);
  }

  /** What comes next. */
  public List<Integer> after(int v) {
    return after.get(v);
  }

  /** What comes right before. */
  public List<Integer> before(int v) {
    return before.get(v);
  }

  /** Whether a run may be at two places at once. */
  public boolean forks() {
    for (int v = 0; v < size(); v++) {
      if (!vertices.get(v).exclusive() && after.get(v).size() > 1) {
        return true;
      }
    }
    return false;
  }
}
