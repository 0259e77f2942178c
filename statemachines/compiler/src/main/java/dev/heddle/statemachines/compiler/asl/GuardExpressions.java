package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.compiler.plan.Vertex;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks at run time whether a vertex was passed. */
final class GuardExpressions {
  private final FlowGraph dag;

  GuardExpressions(FlowGraph dag) {
    this.dag = dag;
  }

  /** Whether any of these was passed. */
  DynamicValue.Code any(List<Integer> flags) {
    JsonataBuilder code = new JsonataBuilder();
    for (int i = 0; i < flags.size(); i++) {
      code.text(i == 0 ? "" : " or ").code(one(flags.get(i)));
    }
    return code.build();
  }

  private DynamicValue.Code one(int flag) {
    Vertex vertex = dag.vertex(flag);
    DrawingStep step = dag.step(flag);
    JsonataBuilder code = new JsonataBuilder();
    if (step.isTrigger()) {
      return fired(step);
    }
    return code.read(VariableNames.port(step)).text(" = '" + port(vertex) + "'").build();
  }

  /** Whether a trigger is the one that fired. */
  static DynamicValue.Code fired(DrawingStep trigger) {
    boolean called = trigger.wiring() instanceof NodeWiring.Trigger wiring && wiring.called();
    JsonataBuilder code =
        new JsonataBuilder().code(VariableNames.input("trigger")).text(called ? " in [" : " = ");
    code.quoted(trigger.id());
    return called
        ? code.text(", ").quoted(NodeWiring.Trigger.CALLED).text("]").build()
        : code.build();
  }

  private static String port(Vertex vertex) {
    String port = vertex.isStep() ? vertex.only() : vertex.port();
    return port.isEmpty() ? VariableNames.DONE : port;
  }

  /** Whether one of the cases is taken for certain, as all ports of a step that ran are asked. */
  boolean exhaust(List<PlanEntry> cases, BitSet certain) {
    Set<Integer> flags = new HashSet<>();
    cases.forEach(asked -> flags.addAll(asked.flags()));
    return flags.stream()
        .flatMap(flag -> dag.predecessors(flag).stream())
        .distinct()
        .filter(v -> dag.vertex(v).exclusive() && (v == FlowGraph.START || certain.get(v)))
        .anyMatch(v -> flags.containsAll(dag.successors(v)));
  }
}
