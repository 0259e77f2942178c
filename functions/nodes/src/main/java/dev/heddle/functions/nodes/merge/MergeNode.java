package dev.heddle.functions.nodes.merge;

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

/** Waits for branches: all of them, the first, or enough. */
public final class MergeNode implements NodeUnit<MergeNode.Config> {

  /** The node's settings. */
  public record Config(
      @Form(title = "Wait for", fallback = "\"all\"") Mode mode,
      @Form(
              title = "How many",
              hint = "How many branches must arrive, when you wait for some of them.",
              min = 1,
              max = 40)
          @Nullable Integer quorum) {}

  /** What is waited for. */
  public enum Mode {
    @Variant(title = "Every branch that runs")
    ALL,
    @Variant(title = "The first branch to succeed")
    FIRST,
    @Variant(title = "At least a number of branches")
    QUORUM
  }

  @Override
  public NodeSpec<Config> spec() {
    return new NodeSpec<>(
        "merge@1",
        "Merge",
        "Brings branches that run at the same time back together.",
        Family.FLOW,
        "merge",
        List.of("join", "combine", "wait", "all", "race", "quorum", "parallel"),
        "Waits for {mode}",
        new Wiring.Merge(),
        Ports.main(),
        true,
        Config.class,
        new Shape.Any(),
        Duration.ZERO,
        Set.of());
  }
}
