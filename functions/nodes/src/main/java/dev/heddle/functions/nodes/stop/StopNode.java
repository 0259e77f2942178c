package dev.heddle.functions.nodes.stop;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;

/** Ends its path, or the run as failed. */
public final class StopNode implements NodeUnit<StopNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(title = "What happens", fallback = "\"end\"") Outcome outcome,
      @FormField(
              title = "Error name",
              hint = "The error shown for the failed run, such as Order.Refused.",
              min = 1,
              max = 256,
              dynamic = true)
          @Nullable String error,
      @FormField(
              title = "Message",
              hint = "Why the run failed, in a sentence.",
              format = Shape.Format.MULTILINE,
              max = 10_000,
              dynamic = true)
          @Nullable String message) {}

  /** How it stops. */
  public enum Outcome {
    @VariantName(title = "End this branch")
    END,
    @VariantName(title = "Fail the run")
    FAIL
  }

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("stop@1", Config.class)
        .title("Stop")
        .summary("Ends this branch, or fails the run with your own error.")
        .family(Family.FLOW)
        .icon("octagon-x")
        .keywords("end", "fail", "error", "abort", "cancel", "throw")
        .line("{message}")
        .wiring(new NodeWiring.Stop())
        .ports(NodePorts.none())
        .access();
  }
}
