package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingReader;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes run maps of drawings. */
public final class RunMapBuilder {
  private RunMapBuilder() {}

  /** The run map of a document as far as it can be read; of one that compiles, its machine's. */
  public static RunMap of(JsonNode document, NodeVocabulary vocabulary) {
    GraphDocument graph = GraphDocument.of(document);
    return of(graph, new DrawingReader(vocabulary, new Diagnostics()).read(graph));
  }

  /** The run map of a drawing, linear in its nodes and edges. */
  static RunMap of(GraphDocument graph, Drawing drawing) {
    Map<String, RunMap.Node> nodes = new LinkedHashMap<>();
    for (Drawing level : drawing.levels()) {
      inOrder(level).forEach(step -> nodes.putIfAbsent(step.id(), node(step, level)));
    }
    return new RunMap(
        graph.name(),
        nodes,
        drawing.triggers().stream().map(RunMapBuilder::entry).toList(),
        drawing.steps().stream().filter(RunMapBuilder::responds).map(DrawingStep::id).toList(),
        drawing.all().stream().anyMatch(RunMapBuilder::asks),
        graph.settings().errorWorkflow());
  }

  /** Steps after those that lead to them; a draft's that go in circles come last. */
  private static Stream<DrawingStep> inOrder(Drawing level) {
    Stream<DrawingStep> ordered = level.order().stream().map(level::step);
    return level.hasCycle() ? Stream.concat(ordered, level.steps().stream()) : ordered;
  }

  private static RunMap.Node node(DrawingStep step, Drawing level) {
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

  private static RunMap.Entry entry(DrawingStep trigger) {
    return new RunMap.Entry(trigger.id(), role((NodeWiring.Trigger) trigger.wiring()));
  }

  private static RunMap.Role role(NodeWiring.Trigger trigger) {
    if (trigger.called()) {
      return RunMap.Role.CALLED;
    }
    return trigger.byHand() ? RunMap.Role.BY_HAND : RunMap.Role.EVENT;
  }

  private static boolean responds(DrawingStep step) {
    return step.works() && step.wiring() instanceof NodeWiring.Respond;
  }

  private static boolean asks(DrawingStep step) {
    return step.works()
        && switch (step.wiring()) {
          case NodeWiring.Await _, NodeWiring.Agent _ -> true;
          case NodeWiring.Trigger _,
              NodeWiring.Call _,
              NodeWiring.RunWorkflow _,
              NodeWiring.ForEach _ ->
              false;
          case NodeWiring.Loop _, NodeWiring.If _, NodeWiring.Switch _, NodeWiring.SetFields _ ->
              false;
          case NodeWiring.Merge _, NodeWiring.Wait _, NodeWiring.Respond _, NodeWiring.Stop _ ->
              false;
        };
  }
}
