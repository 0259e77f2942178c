package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.ResultCoercion;
import dev.heddle.statemachines.language.expression.VariableRenaming;
import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.graph.GraphNode.OnError;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node with its type.
 *
 * @param index its place among the drawing's steps, in document order
 * @param number its place in the document, whatever it stands in
 * @param ports the ports it declares, the failure port aside
 * @param config its config, fallbacks filled in
 * @param expressions the expressions of its config
 * @param around the containers it stands in, outermost first
 * @param body what stands in it, if it is a container
 * @param raceRole what races for it, if it is a merge that takes the first
 */
public record DrawingStep(
    int index,
    int number,
    GraphNode node,
    NodeType type,
    List<String> ports,
    DynamicValue.Fields config,
    List<ConfigExpression> expressions,
    List<ContainerFrame> around,
    @Nullable Drawing body,
    @Nullable RaceRole raceRole) {

  /** More iterations at a time than this are only to be had in executions of their own. */
  private static final int MOST_INLINE = 40;

  /** The same step at another place. */
  public DrawingStep at(int place) {
    return new DrawingStep(
        place, number, node, type, ports, config, expressions, around, body, raceRole);
  }

  /** The same merge with its part in a race. */
  public DrawingStep raceRole(RaceRole part) {
    return new DrawingStep(
        index, number, node, type, ports, config, expressions, around, body, part);
  }

  /** The same step, which yields what it gave in a recorded run. */
  public DrawingStep recorded(String port) {
    GraphNode pinned = node.with(GraphNode.PinnedOutput.recorded(port));
    return new DrawingStep(
        index, number, pinned, type, ports, config, expressions, around, body, raceRole);
  }

  /** Whether it yields what it gave in a recorded run. */
  public boolean isRecorded() {
    return node.pinned() != null && node.pinned().recorded();
  }

  /** Whether it takes the first of the ways that lead to it. */
  public boolean takesFirst() {
    return works() && wiring() instanceof NodeWiring.Merge && word("mode").equals("first");
  }

  /** The node's id. */
  public String id() {
    return node.id();
  }

  /** What it becomes. */
  public NodeWiring wiring() {
    return type.wiring();
  }

  /** Whether a run may start here. */
  public boolean isTrigger() {
    return wiring() instanceof NodeWiring.Trigger;
  }

  /** Whether it neither runs nor yields pinned data, and its input passes on. */
  public boolean isPassedOver() {
    return node.disabled() != null && node.pinned() == null;
  }

  /** Whether it really does its work in a run. */
  public boolean works() {
    return node.disabled() == null && node.pinned() == null;
  }

  /** The container that it is. */
  public ContainerFrame frame() {
    return new ContainerFrame(id(), wiring() instanceof NodeWiring.Loop);
  }

  /**
   * The port that it is left by only if an edge leads from it; where none does, what would lead
   * there is a failure.
   */
  public @Nullable String sparePort() {
    return switch (wiring()) {
      case NodeWiring.Await _ -> NodePorts.TIMEOUT;
      case NodeWiring.Loop _ -> NodePorts.MAX;
      case NodeWiring.Trigger _, NodeWiring.Call _, NodeWiring.RunWorkflow _, NodeWiring.Agent _ ->
          null;
      case NodeWiring.ForEach _, NodeWiring.If _, NodeWiring.Switch _, NodeWiring.SetFields _ ->
          null;
      case NodeWiring.Merge _, NodeWiring.Wait _, NodeWiring.Respond _, NodeWiring.Stop _ -> null;
    };
  }

  /** Whether it ends the run with an error. */
  public boolean fails() {
    return works() && wiring() instanceof NodeWiring.Stop && word("outcome").equals("fail");
  }

  /** Whether its failure is dealt with rather than ending its container. */
  public boolean catches(boolean failureEdge) {
    return works()
        && !isTrigger()
        && (failureEdge || node.onError() == OnError.CONTINUE || node.onError() == OnError.DEFAULT);
  }

  /** Whether its output is its input. */
  public boolean passesInputOn() {
    return isPassedOver()
        || node.pinned() == null
            && switch (wiring()) {
              case NodeWiring.If _, NodeWiring.Switch _, NodeWiring.Wait _, NodeWiring.Stop _ ->
                  true;
              case NodeWiring.Merge _ -> !(raceRole instanceof RaceRole.Whole);
              case NodeWiring.Trigger _,
                  NodeWiring.Call _,
                  NodeWiring.SetFields _,
                  NodeWiring.Respond _ ->
                  false;
              case NodeWiring.Await _, NodeWiring.RunWorkflow _, NodeWiring.Agent _ -> false;
              case NodeWiring.ForEach _, NodeWiring.Loop _ -> false;
            };
  }

  /** A config value; null when the field is absent. */
  public @Nullable DynamicValue value(String field) {
    return config.fields().get(field);
  }

  /** A config word; empty when the field is absent or not a constant text. */
  public String word(String field) {
    return value(field) instanceof DynamicValue.Literal literal && literal.json().isString()
        ? literal.json().stringValue()
        : "";
  }

  /** Whether a for-each asks for iterations that are executions of their own. */
  public boolean isDistributed() {
    return value("batch") != null || atOnce() > MOST_INLINE;
  }

  /** How many items a for-each runs at once. */
  public int atOnce() {
    return value("atOnce") instanceof DynamicValue.Literal number
        ? number.json().asInt(MOST_INLINE)
        : MOST_INLINE;
  }

  /** Whether a run of another workflow is waited for. */
  public boolean waitsForRun() {
    return !(value("wait") instanceof DynamicValue.Literal wait) || wait.json().booleanValue(true);
  }

  /** The list that a for-each runs for. */
  public DynamicValue items() {
    return expressions.stream()
        .filter(usage -> "items".equals(usage.place().field()))
        .findFirst()
        .<DynamicValue>map(
            usage ->
                new VariableRenaming(this::variableFor).of(ResultCoercion.items(usage.parsed())))
        .orElseGet(() -> new DynamicValue.Items(List.of()));
  }

  private String variableFor(String name) {
    return ContainerFrame.resolve(name, around);
  }

  /** The port a node leaves by that makes no choice. */
  public String onlyPort() {
    if (node.pinned() != null) {
      return node.pinned().port();
    }
    if (node.disabled() != null && node.disabled().port() != null) {
      return node.disabled().port();
    }
    return NodePorts.MAIN;
  }
}
