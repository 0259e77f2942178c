package dev.heddle.functions.nodes.wait;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;

/** Pauses a run, at no cost, for a time or until one; at most a year. */
public final class WaitNode implements NodeUnit<WaitNode.Config> {

  /** The node's settings. */
  public record Config(@FormField(title = "Wait") Duration duration) {}

  /** How long. */
  public sealed interface Duration {

    /** A number of seconds. */
    @VariantName(title = "For a time")
    record Seconds(
        @FormField(
                title = "Seconds",
                hint = "Up to a year.",
                min = 0,
                max = 31_536_000,
                dynamic = true)
            long seconds)
        implements Duration {}

    /** A point in time. */
    @VariantName(title = "Until a time")
    record Until(
        @FormField(
                title = "Time",
                hint = "Such as 2026-12-24T18:00:00Z. A time in the past doesn't wait.",
                format = Shape.Format.DATE_TIME,
                dynamic = true)
            String timestamp)
        implements Duration {}
  }

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("wait@1", Config.class)
        .title("Wait")
        .summary("Pauses the run for a while or until a time. A waiting run costs nothing.")
        .family(Family.FLOW)
        .icon("hourglass")
        .keywords("delay", "pause", "sleep", "timer", "until", "later")
        .line("Pauses the run")
        .wiring(new NodeWiring.Wait())
        .failurePort()
        .timeout(java.time.Duration.ZERO)
        .access();
  }
}
