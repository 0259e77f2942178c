package dev.heddle.functions.nodes.respond;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers the caller who waits, and ends its path. */
public final class RespondNode implements NodeUnit<RespondNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(title = "Status", min = 200, max = 599, dynamic = true, fallback = "200")
          int status,
      @FormField(
              title = "Body",
              hint = "Text, or JSON with expressions as values. Leave empty for no body.",
              format = Shape.Format.EXPRESSION,
              dynamic = true)
          @Nullable JsonNode body,
      @FormField(title = "Headers", max = 50, dynamic = true, advanced = true, fallback = "{}")
          Map<String, String> headers) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("respond@1", Config.class)
        .title("Respond")
        .summary("Responds to the waiting caller with a status, a body and headers.")
        .family(Family.FLOW)
        .icon("reply")
        .keywords("answer", "return", "response", "webhook", "end", "http")
        .line("Answers {status}")
        .wiring(new NodeWiring.Respond())
        .ports(NodePorts.none())
        .access();
  }
}
