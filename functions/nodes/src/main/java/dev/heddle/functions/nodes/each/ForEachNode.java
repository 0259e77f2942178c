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
              hint = "The list to go through. Steps inside can read `$item` and `$index`.",
              format = Shape.Format.EXPRESSION,
              min = 1,
              dynamic = true)
          String items,
      @FormField(
              title = "Items at once",
              hint = "Above 40, items run as separate executions.",
              min = 1,
              max = 1_000,
              fallback = "40")
          int atOnce,
      @FormField(title = "When an item fails", fallback = "\"stop\"") OnItemError onItemError,
      @FormField(
              title = "Batch size",
              hint = "Each batch runs as a separate execution, one item after the other.",
              min = 2,
              max = 1_000,
              advanced = true)
          @Nullable Integer batch,
      @FormField(
              title = "Allowed failures (%)",
              hint = "The step fails if more items fail than this.",
              min = 0,
              max = 100,
              advanced = true,
              fallback = "100")
          double tolerated) {}

  /** What becomes of an item that fails. */
  public enum OnItemError {
    @VariantName(title = "Stop")
    STOP,
    @VariantName(title = "Keep the error as its result")
    KEEP,
    @VariantName(title = "Skip the item")
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
