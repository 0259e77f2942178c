package dev.heddle.functions.nodes.set;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Gives fields a value, by expressions the state machine evaluates itself. */
public final class SetNode implements NodeUnit<SetNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Keep the input's fields",
              hint = "On: the fields are added to the input. Off: they replace the input.",
              fallback = "false")
          boolean keep,
      @FormField(title = "Fields", min = 1, max = 100) List<FieldValue> fields) {}

  /** One field to set. */
  public record FieldValue(
      @FormField(title = "Name", min = 1, max = 100) String name,
      @FormField(
              title = "Value",
              hint = "Text, a number, a list, an object, or an expression.",
              format = Shape.Format.EXPRESSION,
              dynamic = true)
          JsonNode value) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("set@1", Config.class)
        .title("Set fields")
        .summary("Sets fields from text, earlier steps or expressions.")
        .family(Family.DATA)
        .icon("pencil-line")
        .keywords("edit", "map", "assign", "variable", "rename", "transform", "data")
        .line("Sets fields")
        .wiring(new NodeWiring.SetFields())
        .failurePort()
        .access();
  }
}
