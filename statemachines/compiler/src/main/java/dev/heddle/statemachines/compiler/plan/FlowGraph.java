package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.RaceRole;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The control-flow graph of a drawing, a directed acyclic graph (DAG) in topological order: what a
 * run may come to, as vertices. Vertex 0 is the start, a step with several ports is followed by its
 * ports.
 */
public final class FlowGraph {
  /** The start of a run. */
  public static final int START = 0;

  private final Drawing drawing;
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<List<Integer>> successors = new ArrayList<>();
  private final List<List<Integer>> predecessors = new ArrayList<>();
  private final int[] vertexOf;

  /** The vertices of a drawing without cycles. */
  public FlowGraph(Drawing drawing) {
    this.drawing = drawing;
    this.vertexOf = new int[drawing.steps().size()];
    Arrays.fill(vertexOf, -1);
    add(Vertex.ofStart(drawing.container() == null));
    BitSet reachable = drawing.reachable();
    drawing.order().stream().filter(reachable::get).forEach(this::addStep);
    join();
  }

  private int add(Vertex vertex) {
    vertices.add(vertex);
    successors.add(new ArrayList<>());
    predecessors.add(new ArrayList<>());
    return vertices.size() - 1;
  }

  private void addStep(int index) {
    DrawingStep step = drawing.step(index);
    List<String> ports = ports(step);
    String only = ports.size() == 1 ? ports.getFirst() : "";
    vertexOf[index] = add(new Vertex(index, "", only, ports.size() > 1, step.fails(), false));
    if (ports.size() > 1) {
      ports.forEach(port -> add(port(step, port)));
    }
  }

  private static Vertex port(DrawingStep step, String port) {
    boolean never = !step.works() && !port.equals(step.onlyPort());
    return Vertex.ofPort(step.index(), port, never);
  }

  /** The ports of a step that matter: those it may leave by and those that lead somewhere. */
  public List<String> ports(DrawingStep step) {
    Set<String> ports = new LinkedHashSet<>();
    if (step.works() && !step.isTrigger()) {
      ports.addAll(step.ports());
      ports.remove(step.sparePort());
      if (step.raceRole() instanceof RaceRole.Whole race && race.mayDie()) {
        ports.add(RaceRole.DEAD);
      }
    } else {
      ports.add(step.onlyPort());
    }
    drawing.outOf(step.index()).forEach(link -> ports.add(link.port()));
    return List.copyOf(ports);
  }

  /** The ports it may leave by without having failed or waited too long. */
  public List<String> successPorts(DrawingStep step) {
    return ports(step).stream()
        .filter(port -> step.ports().contains(port) || port.equals(RaceRole.DEAD))
        .filter(port -> !isTimeout(step, port))
        .toList();
  }

  private static boolean isTimeout(DrawingStep step, String port) {
    return step.wiring() instanceof NodeWiring.Await && port.equals(NodePorts.TIMEOUT);
  }

  private void join() {
    drawing.starts().forEach(start -> join(START, vertexOf[start.index()]));
    for (int v = 1; v < vertices.size(); v++) {
      Vertex vertex = vertices.get(v);
      if (vertex.isStep() && vertex.exclusive()) {
        for (int p = v + 1; p <= v + ports(drawing.step(vertex.step())).size(); p++) {
          join(v, p);
        }
      } else {
        joinTargets(v, vertex);
      }
    }
  }

  private void joinTargets(int v, Vertex vertex) {
    String port = vertex.isStep() ? vertex.only() : vertex.port();
    for (StepEdge link : drawing.outOf(vertex.step(), port)) {
      join(v, vertexOf[link.target()]);
    }
  }

  private void join(int from, int to) {
    successors.get(from).add(to);
    predecessors.get(to).add(from);
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
  public DrawingStep step(int v) {
    return drawing.step(vertices.get(v).step());
  }

  /** The vertex of a step; -1 if no run comes to it. */
  public int of(DrawingStep step) {
    return vertexOf[step.index()];
  }

  /** The vertex by which a step leaves through a port. */
  public int of(DrawingStep step, String port) {
    int v = of(step);
    if (!vertices.get(v).exclusive()) {
      return v;
    }
    return v + 1 + ports(step).indexOf(port);
  }

  /** What comes next. */
  public List<Integer> successors(int v) {
    return successors.get(v);
  }

  /** What comes right before. */
  public List<Integer> predecessors(int v) {
    return predecessors.get(v);
  }
}
