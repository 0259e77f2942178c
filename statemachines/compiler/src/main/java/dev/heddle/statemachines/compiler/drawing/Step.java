package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.Closing;
import dev.heddle.statemachines.language.expression.Renaming;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.graph.Node;
import dev.heddle.statemachines.language.graph.Node.OnError;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node with its type.
 *
 * @param index its place among the drawing's steps, in document order
 * @param number its place in the document, whatever it stands in
 * @param ports the ports it declares, the failure port aside
 * @param config its config, fallbacks filled in
 * @param usages the expressions of its config
 * @param around the containers it stands in, outermost first
 * @param body what stands in it, if it is a container
 * @param racing what races for it, if it is a merge that takes the first
 */
public record Step(
    int index,
    int number,
    Node node,
    NodeType type,
    List<String> ports,
    Value.Fields config,
    List<Usage> usages,
    List<Frame> around,
    @Nullable Drawing body,
    @Nullable Racing racing) {

  /** More iterations at a time than this are only to be had in executions of their own. */
  private static final int MOST_INLINE = 40;

  /** The same step at another place. */
  public Step at(int place) {
    return new Step(place, number, node, type, ports, config, usages, around, body, racing);
  }

  /** The same merge with its part in a race. */
  public Step racing(Racing part) {
    return new Step(index, number, node, type, ports, config, usages, around, body, part);
  }

  /** The same step, which yields what it gave in a recorded run. */
  public Step recorded(String port) {
    Node pinned = node.with(Node.Pinned.recorded(port));
    return new Step(index, number, pinned, type, ports, config, usages, around, body, racing);
  }

  /** Whether it yields what it gave in a recorded run. */
  public boolean isRecorded() {
    return node.pinned() != null && node.pinned().recorded();
  }

  /** Whether it takes the first of the ways that lead to it. */
  public boolean takesFirst() {
    return works() && wiring() instanceof Wiring.Merge && word("mode").equals("first");
  }

  /** The node's id. */
  public String id() {
    return node.id();
  }

  /** What it becomes. */
  public Wiring wiring() {
    return type.wiring();
  }

  /** Whether a run may start here. */
  public boolean isTrigger() {
    return wiring() instanceof Wiring.Trigger;
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
  public Frame frame() {
    return new Frame(id(), wiring() instanceof Wiring.Loop);
  }

  /**
   * The port that it is left by only if an edge leads from it; where none does, what would lead
   * there is a failure.
   */
  public @Nullable String sparePort() {
    return switch (wiring()) {
      case Wiring.Await _ -> Ports.TIMEOUT;
      case Wiring.Loop _ -> Ports.MAX;
      case Wiring.Trigger _, Wiring.Call _, Wiring.RunWorkflow _, Wiring.Agent _ -> null;
      case Wiring.ForEach _, Wiring.If _, Wiring.Switch _, Wiring.SetFields _ -> null;
      case Wiring.Merge _, Wiring.Wait _, Wiring.Respond _, Wiring.Stop _ -> null;
    };
  }

  /** Whether it ends the run with an error. */
  public boolean fails() {
    return works() && wiring() instanceof Wiring.Stop && word("outcome").equals("fail");
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
              case Wiring.If _, Wiring.Switch _, Wiring.Wait _, Wiring.Stop _ -> true;
              case Wiring.Merge _ -> !(racing instanceof Racing.Whole);
              case Wiring.Trigger _, Wiring.Call _, Wiring.SetFields _, Wiring.Respond _ -> false;
              case Wiring.Await _, Wiring.RunWorkflow _, Wiring.Agent _ -> false;
              case Wiring.ForEach _, Wiring.Loop _ -> false;
            };
  }

  /** A config value; null when the field is absent. */
  public @Nullable Value value(String field) {
    return config.fields().get(field);
  }

  /** A config word; empty when the field is absent or not a constant text. */
  public String word(String field) {
    return value(field) instanceof Value.Literal literal && literal.json().isString()
        ? literal.json().stringValue()
        : "";
  }

  /** Whether a for-each asks for iterations that are executions of their own. */
  public boolean runsApart() {
    return value("batch") != null || atOnce() > MOST_INLINE;
  }

  /** How many items a for-each runs at once. */
  public int atOnce() {
    return value("atOnce") instanceof Value.Literal number
        ? number.json().asInt(MOST_INLINE)
        : MOST_INLINE;
  }

  /** Whether a run of another workflow is waited for. */
  public boolean waitsForRun() {
    return !(value("wait") instanceof Value.Literal wait) || wait.json().booleanValue(true);
  }

  /** The list that a for-each runs for. */
  public Value items() {
    return usages.stream()
        .filter(usage -> "items".equals(usage.place().field()))
        .findFirst()
        .<Value>map(usage -> new Renaming(this::meaning).of(Closing.items(usage.parsed())))
        .orElseGet(() -> new Value.Items(List.of()));
  }

  private String meaning(String name) {
    return Frame.meaning(name, around);
  }

  /** The port a node leaves by that makes no choice. */
  public String onlyPort() {
    if (node.pinned() != null) {
      return node.pinned().port();
    }
    if (node.disabled() != null && node.disabled().port() != null) {
      return node.disabled().port();
    }
    return Ports.MAIN;
  }
}
