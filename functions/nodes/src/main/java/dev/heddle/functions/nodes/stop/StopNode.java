package dev.heddle.functions.nodes.stop;

import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.Variant;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends its path, or the run as failed. */
public final class StopNode implements NodeUnit<StopNode.Config> {

  /** The node's settings. */
  public record Config(
      @Form(title = "What happens", fallback = "\"end\"") Outcome outcome,
      @Form(
              title = "Error name",
              hint = "What a failed run is listed under, such as Order.Refused.",
              min = 1,
              max = 256,
              dynamic = true)
          @Nullable String error,
      @Form(
              title = "Message",
              hint = "Why, in a sentence.",
              format = Shape.Format.MULTILINE,
              max = 10_000,
              dynamic = true)
          @Nullable String message) {}

  /** How it stops. */
  public enum Outcome {
    @Variant(title = "End this path")
    END,
    @Variant(title = "Fail the run")
    FAIL
  }

  @Override
  public NodeSpec<Config> spec() {
    return new NodeSpec<>(
        "stop@1",
        "Stop",
        "Ends this path here, or fails the run with an error of your own.",
        Family.FLOW,
        "octagon-x",
        List.of("end", "fail", "error", "abort", "cancel", "throw"),
        "{message}",
        new Wiring.Stop(),
        Ports.none(),
        false,
        Config.class,
        new Shape.Any(),
        Duration.ZERO,
        Set.of());
  }
}
