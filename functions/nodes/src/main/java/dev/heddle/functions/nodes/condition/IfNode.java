package dev.heddle.functions.nodes.condition;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;

/** Goes on by {@code true} or {@code false}. */
public final class IfNode implements NodeUnit<IfNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Condition",
              hint = "An expression that returns true or false. Missing values count as false.",
              format = Shape.Format.CONDITION,
              min = 1,
              dynamic = true)
          String condition) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("if@1", Config.class)
        .title("If")
        .summary("Continues on one branch if a condition is true, and on another if it isn't.")
        .family(Family.FLOW)
        .icon("split")
        .keywords("condition", "branch", "decide", "else", "filter", "compare")
        .line("{condition}")
        .wiring(new NodeWiring.If())
        .ports(new NodePorts.Fixed(List.of("true", "false")))
        .failurePort()
        .access();
  }
}
