package dev.heddle.functions.nodes.manual;

import dev.heddle.functions.core.catalog.Form;
import dev.heddle.functions.core.catalog.NodeSpec;
import dev.heddle.functions.core.catalog.NodeUnit;
import dev.heddle.statemachines.vocabulary.NodeType.Family;
import dev.heddle.statemachines.vocabulary.Ports;
import dev.heddle.statemachines.vocabulary.Shape;
import dev.heddle.statemachines.vocabulary.Wiring;
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
        new Wiring.Trigger(false),
        Ports.main(),
        false,
        Config.class,
        new Shape.Any(),
        Duration.ZERO,
        Set.of());
  }
}
