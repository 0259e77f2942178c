package dev.heddle.statemachines.drawing;

import dev.heddle.statemachines.expression.Value;
import dev.heddle.statemachines.graph.Node;
import dev.heddle.statemachines.graph.Node.OnError;
import dev.heddle.statemachines.vocabulary.NodeType;
import dev.heddle.statemachines.vocabulary.Ports;
import dev.heddle.statemachines.vocabulary.Wiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node with its type.
 *
 * @param index its place among the drawing's steps, in document order
 * @param ports the ports it declares, the failure port aside
 * @param config its config, fallbacks filled in
 * @param usages the expressions of its config
 */
public record Step(
    int index,
    Node node,
    NodeType type,
    List<String> ports,
    Value.Fields config,
    List<Usage> usages) {

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

  /** Whether its work is done by a function. */
  public boolean calls() {
    return works() && wiring() instanceof Wiring.Call;
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
              case Wiring.If _, Wiring.Switch _, Wiring.Wait _, Wiring.Merge _ -> true;
              case Wiring.Stop _ -> true;
              case Wiring.Trigger _, Wiring.Call _, Wiring.SetFields _, Wiring.Respond _ -> false;
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
