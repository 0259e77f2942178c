package dev.heddle.functions.nodes.loop;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds steps that run again and again until a condition holds. */
public final class LoopNode implements NodeUnit<LoopNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Until",
              hint =
                  "Checked after each iteration. `$loop.last` is its output, `$loop.index` counts iterations.",
              format = Shape.Format.CONDITION,
              min = 1,
              dynamic = true)
          String until,
      @FormField(
              title = "Maximum iterations",
              hint =
                  "After this, the run continues at the port “max”, or the step fails if nothing is connected to it.",
              min = 1,
              max = 10_000,
              fallback = "10")
          int max) {}

  /** What the loop came to: what the last time gave, how many there were, and why it ended. */
  record Output(@Nullable JsonNode last, int count, Reason reason) {}

  /** Why a loop ends. */
  enum Reason {
    @VariantName
    DONE,
    @VariantName
    MAX
  }

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("loop@1", Config.class)
        .title("Loop until")
        .summary("Repeats the steps inside until a condition is true.")
        .family(Family.FLOW)
        .icon("refresh-cw")
        .keywords("while", "repeat", "retry", "poll", "iterate")
        .line("until {until}")
        .wiring(new NodeWiring.Loop())
        .ports(new NodePorts.Fixed(List.of(NodePorts.MAIN, NodePorts.MAX)))
        .failurePort()
        .output(RecordShapes.of(Output.class))
        .access();
  }
}
