package dev.heddle.functions.triggers.manual;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Starts a run when someone, or the API, asks for it. */
public final class ManualNode implements NodeUnit<ManualNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Sample input",
              hint = "The input that the editor suggests when you press Run.")
          @Nullable JsonNode sample) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("manual@1", Config.class)
        .title("Manual start")
        .summary("Starts a run when you press Run or call the API.")
        .family(Family.TRIGGER)
        .icon("mouse-pointer-click")
        .keywords("start", "run", "button", "api", "trigger", "input")
        .line("Started manually")
        .wiring(NodeWiring.Trigger.manual())
        .access();
  }
}
