package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingReader;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.graph.Graph;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes run maps of drawings. */
public final class RunMaps {
  private RunMaps() {}

  /** The run map of a document as far as it can be read; of one that compiles, its machine's. */
  public static RunMap of(JsonNode document, Vocabulary vocabulary) {
    Graph graph = Graph.of(document);
    return of(graph, new DrawingReader(vocabulary, new Problems()).read(graph));
  }

  /** The run map of a drawing, linear in its nodes and edges. */
  static RunMap of(Graph graph, Drawing drawing) {
    Map<String, RunMap.Node> nodes = new LinkedHashMap<>();
    for (Drawing level : drawing.levels()) {
      inOrder(level).forEach(step -> nodes.putIfAbsent(step.id(), node(step, level)));
    }
    return new RunMap(
        graph.name(),
        nodes,
        drawing.triggers().stream().map(RunMaps::entry).toList(),
        drawing.steps().stream().filter(RunMaps::responds).map(Step::id).toList(),
        drawing.all().stream().anyMatch(RunMaps::asks),
        graph.settings().errorWorkflow());
  }

  /** Steps after those that lead to them; a draft's that go in circles come last. */
  private static Stream<Step> inOrder(Drawing level) {
    Stream<Step> ordered = level.order().stream().map(level::step);
    return level.hasCycle() ? Stream.concat(ordered, level.steps().stream()) : ordered;
  }

  private static RunMap.Node node(Step step, Drawing level) {
    List<RunMap.Edge> into =
        level.into(step.index()).stream()
            .map(link -> new RunMap.Edge(level.step(link.source()).id(), link.port()))
            .toList();
    return new RunMap.Node(
        step.type().id(),
        step.around().isEmpty() ? null : step.around().getLast().id(),
        into,
        step.works() ? step.ports() : List.of(step.onlyPort()),
        step.passesInputOn() && !step.ports().isEmpty(),
        step.isPassedOver() ? step.onlyPort() : null);
  }

  private static RunMap.Entry entry(Step trigger) {
    return new RunMap.Entry(trigger.id(), role((Wiring.Trigger) trigger.wiring()));
  }

  private static RunMap.Role role(Wiring.Trigger trigger) {
    if (trigger.called()) {
      return RunMap.Role.CALLED;
    }
    return trigger.byHand() ? RunMap.Role.BY_HAND : RunMap.Role.EVENT;
  }

  private static boolean responds(Step step) {
    return step.works() && step.wiring() instanceof Wiring.Respond;
  }

  private static boolean asks(Step step) {
    return step.works()
        && switch (step.wiring()) {
          case Wiring.Await _, Wiring.Agent _ -> true;
          case Wiring.Trigger _, Wiring.Call _, Wiring.RunWorkflow _, Wiring.ForEach _ -> false;
          case Wiring.Loop _, Wiring.If _, Wiring.Switch _, Wiring.SetFields _ -> false;
          case Wiring.Merge _, Wiring.Wait _, Wiring.Respond _, Wiring.Stop _ -> false;
        };
  }
}
