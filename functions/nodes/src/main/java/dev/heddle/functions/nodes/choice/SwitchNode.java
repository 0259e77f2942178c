package dev.heddle.functions.nodes.choice;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;

/** Goes on by the port of the first case that holds, else by {@code default}. */
public final class SwitchNode implements NodeUnit<SwitchNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Cases",
              hint =
                  "Checked from the top. The run continues at the first case that matches, else at the port “default”.",
              min = 1,
              max = 50)
          List<Case> cases) {}

  /** One way on. */
  public record Case(
      @FormField(
              title = "Name",
              hint = "The name of the port: letters, digits, hyphens and underscores.",
              min = 1,
              max = 40,
              pattern = "(?!(?:default|failure)$)[A-Za-z][A-Za-z0-9_-]*")
          String name,
      @FormField(
              title = "Condition",
              hint = "An expression that returns true or false.",
              format = Shape.Format.CONDITION,
              min = 1,
              dynamic = true)
          String condition) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("switch@1", Config.class)
        .title("Switch")
        .summary("Continues with the first of several cases that matches.")
        .family(Family.FLOW)
        .icon("list-tree")
        .keywords("case", "branch", "route", "choose", "condition", "match")
        .line("First case that matches")
        .wiring(new NodeWiring.Switch())
        .ports(new NodePorts.FromList("cases", "name", "default"))
        .failurePort()
        .access();
  }
}
