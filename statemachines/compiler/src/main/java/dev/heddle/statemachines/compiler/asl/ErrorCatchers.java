package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.graph.GraphNode.OnError;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** What happens when a node fails: the ways by which its error goes on. */
final class ErrorCatchers {
  /** By name for what {@code States.ALL} leaves out. */
  static final List<List<String>> CAUGHT =
      List.of(List.of("States.DataLimitExceeded"), List.of("States.ALL"));

  private final FlowGraph dag;

  ErrorCatchers(FlowGraph dag) {
    this.dag = dag;
  }

  /** Whether the error of a step goes on rather than ending its container. */
  boolean caught(DrawingStep step) {
    return step.catches(hasEdge(step));
  }

  private boolean hasEdge(DrawingStep step) {
    return dag.ports(step).contains(NodePorts.FAILURE);
  }

  /** Adds the ways of a caught error to the state that may fail. */
  AslState addTo(AslState state, DrawingStep step, Function<String, @Nullable AslState> next) {
    if (caught(step)) {
      String port = hasEdge(step) ? NodePorts.FAILURE : NodePorts.MAIN;
      DynamicValue output = output(step);
      for (List<String> errors : CAUGHT) {
        state.exit(
            new StateTransition(new StateTransition.When.Catch(errors), next.apply(port))
                .assignAlways(VariableNames.output(step), output)
                .assignAlways(
                    VariableNames.port(step), new DynamicValue.Literal(StringNode.valueOf(port))));
      }
    }
    return state;
  }

  private DynamicValue output(DrawingStep step) {
    boolean replaced = !hasEdge(step) && step.node().onError() == OnError.DEFAULT;
    return replaced ? replacement(step) : error(step);
  }

  private static DynamicValue replacement(DrawingStep step) {
    JsonNode output = step.node().defaultOutput();
    return new DynamicValue.Literal(output == null ? NullNode.getInstance() : output);
  }

  /** What is known of an error where it is caught. */
  static DynamicValue error(DrawingStep step) {
    Map<String, DynamicValue> fields = new LinkedHashMap<>();
    fields.put("failed", new DynamicValue.Literal(BooleanNode.TRUE));
    fields.put("error", TaskStates.orNull("$states.errorOutput.Error"));
    fields.put("cause", TaskStates.orNull("$states.errorOutput.Cause"));
    fields.put("node", new DynamicValue.Literal(StringNode.valueOf(step.id())));
    return new DynamicValue.Fields(fields);
  }
}
