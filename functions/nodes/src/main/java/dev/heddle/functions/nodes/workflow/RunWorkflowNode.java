package dev.heddle.functions.nodes.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs another workflow of the workspace, and waits for what it gives if asked to. */
public final class RunWorkflowNode implements NodeUnit<RunWorkflowNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Workflow",
              hint = "A published workflow that starts with “Called by a workflow”.",
              format = Shape.Format.WORKFLOW,
              min = 1,
              max = 40)
          String workflow,
      @FormField(
              title = "Input",
              hint = "The input for its trigger. Leave empty to pass on this step's input.",
              dynamic = true)
          @Nullable JsonNode input,
      @JsonProperty("wait")
          @FormField(
              title = "Wait for the result",
              hint = "Otherwise, the step returns the new run's id and continues.",
              fallback = "true")
          boolean waits) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("run-workflow@1", Config.class)
        .title("Run a workflow")
        .summary("Runs another workflow and waits for its result.")
        .family(Family.FLOW)
        .icon("workflow")
        .keywords("call", "sub-workflow", "child", "reuse", "execute")
        .line("{workflow}")
        .wiring(new NodeWiring.RunWorkflow())
        .failurePort()
        .access();
  }
}
