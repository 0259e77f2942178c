package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;
import java.util.stream.Collectors;

/** The table of node types for a README: what each becomes in a state machine. */
record NodeTypeTable(List<NodeUnit<?>> nodeTypes) {
  private static final String HEAD =
      """
      | type | on screen | becomes | package |
      |---|---|---|---|
      """;

  String lines() {
    return HEAD + nodeTypes.stream().map(NodeTypeTable::line).collect(Collectors.joining());
  }

  private static String line(NodeUnit<?> node) {
    return "| `%s` | %s | %s | `%s` |\n"
        .formatted(
            node.spec().id(),
            node.spec().title(),
            becomes(node.spec().wiring()),
            node.getClass().getPackageName().replaceFirst("^dev\\.heddle\\.functions\\.", ""));
  }

  private static String becomes(NodeWiring wiring) {
    return switch (wiring) {
      case NodeWiring.Trigger _ -> "the start of a run";
      case NodeWiring.Call _ -> "a call of the node’s function";
      case NodeWiring.Await _ ->
          "a call of the node’s function that ends when its token comes back";
      case NodeWiring.RunWorkflow _ -> "a run of another workflow";
      case NodeWiring.Agent _ -> "a run of the agent's machine";
      case NodeWiring.ForEach _ -> "a Map around what it holds";
      case NodeWiring.Loop _ -> "a way back to what it holds";
      case NodeWiring.If _, NodeWiring.Switch _ -> "a Choice";
      case NodeWiring.SetFields _ -> "a Pass";
      case NodeWiring.Merge _ -> "the end of a Parallel";
      case NodeWiring.Wait _ -> "a Wait";
      case NodeWiring.Respond _, NodeWiring.Stop _ -> "the end of a path";
    };
  }
}
