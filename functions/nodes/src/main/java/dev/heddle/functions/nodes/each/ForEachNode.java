package dev.heddle.functions.nodes.each;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;

/** Holds steps that run once for each item of a list. */
public final class ForEachNode implements NodeUnit<ForEachNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Items",
              hint = "The list. Steps inside read `$item` and `$index`.",
              format = Shape.Format.EXPRESSION,
              min = 1,
              dynamic = true)
          String items,
      @FormField(
              title = "At once",
              hint = "More than 40 at once run as executions of their own.",
              min = 1,
              max = 1_000,
              fallback = "40")
          int atOnce,
      @FormField(title = "When an item fails", fallback = "\"stop\"") OnItemError onItemError,
      @FormField(
              title = "In batches of",
              hint = "Each batch runs as an execution of its own, one item after the other.",
              min = 2,
              max = 1_000,
              advanced = true)
          @Nullable Integer batch,
      @FormField(
              title = "Items that may fail, %",
              hint = "With more the step fails, whatever becomes of a failed item.",
              min = 0,
              max = 100,
              advanced = true,
              fallback = "100")
          double tolerated) {}

  /** What becomes of an item that fails. */
  public enum OnItemError {
    @VariantName(title = "Stop")
    STOP,
    @VariantName(title = "Keep the error in its place")
    KEEP,
    @VariantName(title = "Leave it out")
    DROP
  }

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("for-each@1", Config.class)
        .title("For each")
        .summary("Runs the steps inside once for each item of a list.")
        .family(Family.FLOW)
        .icon("repeat")
        .keywords("map", "list", "items", "iterate", "batch", "loop")
        .line("{items}")
        .wiring(new NodeWiring.ForEach())
        .failurePort()
        .access();
  }
}
