package dev.heddle.functions.triggers.called;

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

/** Starts a run when another workflow runs this one, or names it as its error workflow. */
public final class CalledTriggerNode implements NodeUnit<CalledTriggerNode.Config> {

  /** The node's settings. */
  public record Config(
      @Form(title = "Sample input", hint = "What the editor offers as input when you press Run.")
          @Nullable JsonNode sample) {}

  @Override
  public NodeSpec<Config> spec() {
    return new NodeSpec<>(
        "called-trigger@1",
        "Called by a workflow",
        "Starts when another workflow runs this one, or failed.",
        Family.TRIGGER,
        "workflow",
        List.of("sub-workflow", "child", "error", "called", "reuse"),
        "When another workflow calls",
        new Wiring.Trigger(false, true, false),
        Ports.main(),
        false,
        Config.class,
        new Shape.Any(),
        Duration.ZERO,
        Set.of());
  }
}
