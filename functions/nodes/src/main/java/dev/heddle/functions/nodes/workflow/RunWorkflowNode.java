package dev.heddle.functions.nodes.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.heddle.functions.spec.shape.Form;
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
import tools.jackson.databind.JsonNode;

/** Runs another workflow of the workspace, and waits for what it gives if asked to. */
public final class RunWorkflowNode implements NodeUnit<RunWorkflowNode.Config> {

  /** The node's settings. */
  public record Config(
      @Form(
              title = "Workflow",
              hint = "A published one that begins with “Called by a workflow”.",
              format = Shape.Format.WORKFLOW,
              min = 1,
              max = 40)
          String workflow,
      @Form(
              title = "Input",
              hint = "What its trigger gives; the step's input if empty.",
              dynamic = true)
          @Nullable JsonNode input,
      @JsonProperty("wait")
          @Form(
              title = "Wait for it",
              hint = "Otherwise the step gives the new run's id and goes on.",
              fallback = "true")
          boolean waits) {}

  @Override
  public NodeSpec<Config> spec() {
    return new NodeSpec<>(
        "run-workflow@1",
        "Run a workflow",
        "Starts another workflow and waits for what it gives.",
        Family.FLOW,
        "workflow",
        List.of("call", "sub-workflow", "child", "reuse", "execute"),
        "{workflow}",
        new Wiring.RunWorkflow(),
        Ports.main(),
        true,
        Config.class,
        new Shape.Any(),
        Duration.ZERO,
        Set.of());
  }
}
