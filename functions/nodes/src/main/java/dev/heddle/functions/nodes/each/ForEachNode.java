package dev.heddle.functions.nodes.each;

import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.Variant;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import org.jspecify.annotations.Nullable;

/** Holds steps that run once for each item of a list. */
public final class ForEachNode implements NodeUnit<ForEachNode.Config> {

  /** The node's settings. */
  public record Config(
      @Form(
              title = "Items",
              hint = "The list. Steps inside read `$item` and `$index`.",
              format = Shape.Format.EXPRESSION,
              min = 1,
              dynamic = true)
          String items,
      @Form(
              title = "At once",
              hint = "More than 40 at once run as executions of their own.",
              min = 1,
              max = 1_000,
              fallback = "40")
          int atOnce,
      @Form(title = "When an item fails", fallback = "\"stop\"") OnItemError onItemError,
      @Form(
              title = "In batches of",
              hint = "Each batch runs as an execution of its own, one item after the other.",
              min = 2,
              max = 1_000,
              advanced = true)
          @Nullable Integer batch,
      @Form(
              title = "Items that may fail, %",
              hint = "With more the step fails, whatever becomes of a failed item.",
              min = 0,
              max = 100,
              advanced = true,
              fallback = "100")
          double tolerated) {}

  /** What becomes of an item that fails. */
  public enum OnItemError {
    @Variant(title = "Stop")
    STOP,
    @Variant(title = "Keep the error in its place")
    KEEP,
    @Variant(title = "Leave it out")
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
        .wiring(new Wiring.ForEach())
        .failurePort()
        .access();
  }
}
