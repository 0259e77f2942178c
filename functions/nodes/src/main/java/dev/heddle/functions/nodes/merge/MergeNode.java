package dev.heddle.functions.nodes.merge;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import org.jspecify.annotations.Nullable;

/** Waits for branches: all of them, the first, or enough. */
public final class MergeNode implements NodeUnit<MergeNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(title = "Wait for", fallback = "\"all\"") Mode mode,
      @FormField(
              title = "How many",
              hint = "How many branches must arrive, if you wait for some of them.",
              min = 1,
              max = 40)
          @Nullable Integer quorum) {}

  /** What is waited for. */
  public enum Mode {
    @VariantName(title = "Every branch that runs")
    ALL,
    @VariantName(title = "The first branch to succeed")
    FIRST,
    @VariantName(title = "A number of branches")
    QUORUM
  }

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("merge@1", Config.class)
        .title("Merge")
        .summary("Joins branches that run at the same time.")
        .family(Family.FLOW)
        .icon("merge")
        .keywords("join", "combine", "wait", "all", "race", "quorum", "parallel")
        .line("Waits for {mode}")
        .wiring(new NodeWiring.Merge())
        .failurePort()
        .access();
  }
}
