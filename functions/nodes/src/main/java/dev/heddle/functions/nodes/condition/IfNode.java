package dev.heddle.functions.nodes.condition;

import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Goes on by {@code true} or {@code false}. */
public final class IfNode implements NodeUnit<IfNode.Config> {

  /** The node's settings. */
  public record Config(
      @Form(
              title = "Condition",
              hint = "An expression that gives true or false. What isn't there counts as false.",
              format = Shape.Format.CONDITION,
              min = 1,
              dynamic = true)
          String condition) {}

  @Override
  public NodeSpec<Config> spec() {
    return new NodeSpec<>(
        "if@1",
        "If",
        "Goes one way when a condition holds, and the other when it doesn't.",
        Family.FLOW,
        "split",
        List.of("condition", "branch", "decide", "else", "filter", "compare"),
        "{condition}",
        new Wiring.If(),
        new Ports.Fixed(List.of("true", "false")),
        true,
        Config.class,
        new Shape.Any(),
        Duration.ZERO,
        Set.of());
  }
}
