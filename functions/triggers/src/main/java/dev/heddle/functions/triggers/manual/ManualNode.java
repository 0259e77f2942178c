package dev.heddle.functions.triggers.manual;

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

/** Starts a run when someone, or the API, asks for it. */
public final class ManualNode implements NodeUnit<ManualNode.Config> {

  /** The node's settings. */
  public record Config(
      @Form(title = "Sample input", hint = "What the editor offers as input when you press Run.")
          @Nullable JsonNode sample) {}

  @Override
  public NodeSpec<Config> spec() {
    return new NodeSpec<>(
        "manual@1",
        "Manual start",
        "Starts a run when you press Run or call the API.",
        Family.TRIGGER,
        "mouse-pointer-click",
        List.of("start", "run", "button", "api", "trigger", "input"),
        "Starts by hand",
        new Wiring.Trigger(false, false, true),
        Ports.main(),
        false,
        Config.class,
        new Shape.Any(),
        Duration.ZERO,
        Set.of());
  }
}
