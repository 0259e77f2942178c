package dev.heddle.functions.triggers.called;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Starts a run when another workflow runs this one, or names it as its error workflow. */
public final class CalledTriggerNode implements NodeUnit<CalledTriggerNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Sample input",
              hint = "The input that the editor suggests when you press Run.")
          @Nullable JsonNode sample) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("called-trigger@1", Config.class)
        .title("Called by a workflow")
        .summary("Starts when another workflow runs this one or fails.")
        .family(Family.TRIGGER)
        .icon("workflow")
        .keywords("sub-workflow", "child", "error", "called", "reuse")
        .line("When called by a workflow")
        .wiring(NodeWiring.Trigger.ofCalls())
        .access();
  }
}
