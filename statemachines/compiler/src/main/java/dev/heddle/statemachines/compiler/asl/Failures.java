package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.graph.Node.OnError;
import dev.heddle.statemachines.language.vocabulary.Ports;
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
final class Failures {
  /** By name for what {@code States.ALL} leaves out. */
  static final List<List<String>> CAUGHT =
      List.of(List.of("States.DataLimitExceeded"), List.of("States.ALL"));

  private final Dag dag;

  Failures(Dag dag) {
    this.dag = dag;
  }

  /** Whether the error of a step goes on rather than ending its container. */
  boolean caught(Step step) {
    return step.catches(hasEdge(step));
  }

  private boolean hasEdge(Step step) {
    return dag.ports(step).contains(Ports.FAILURE);
  }

  /** Adds the ways of a caught error to the state that may fail. */
  State addTo(State state, Step step, Function<String, @Nullable State> next) {
    if (caught(step)) {
      String port = hasEdge(step) ? Ports.FAILURE : Ports.MAIN;
      Value output = output(step);
      for (List<String> errors : CAUGHT) {
        state.exit(
            new Exit(new Exit.When.Caught(errors), next.apply(port))
                .show(Names.output(step), output)
                .show(Names.port(step), new Value.Literal(StringNode.valueOf(port))));
      }
    }
    return state;
  }

  private Value output(Step step) {
    boolean replaced = !hasEdge(step) && step.node().onError() == OnError.DEFAULT;
    return replaced ? replacement(step) : error(step);
  }

  private static Value replacement(Step step) {
    JsonNode output = step.node().defaultOutput();
    return new Value.Literal(output == null ? NullNode.getInstance() : output);
  }

  /** What is known of an error where it is caught. */
  static Value error(Step step) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("failed", new Value.Literal(BooleanNode.TRUE));
    fields.put("error", Tasks.orNull("$states.errorOutput.Error"));
    fields.put("cause", Tasks.orNull("$states.errorOutput.Cause"));
    fields.put("node", new Value.Literal(StringNode.valueOf(step.id())));
    return new Value.Fields(fields);
  }
}
