package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Vertex;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks at run time whether a vertex was passed. */
final class Guards {
  private final Dag dag;

  Guards(Dag dag) {
    this.dag = dag;
  }

  /** Whether any of these was passed. */
  Value.Code any(List<Integer> flags) {
    CodeText code = new CodeText();
    for (int i = 0; i < flags.size(); i++) {
      code.text(i == 0 ? "" : " or ").code(one(flags.get(i)));
    }
    return code.done();
  }

  private Value.Code one(int flag) {
    Vertex vertex = dag.vertex(flag);
    Step step = dag.step(flag);
    CodeText code = new CodeText();
    if (step.isTrigger()) {
      return fired(step);
    }
    return code.read(Names.port(step)).text(" = '" + port(vertex) + "'").done();
  }

  /** Whether a trigger is the one that fired. */
  static Value.Code fired(Step trigger) {
    boolean called = trigger.wiring() instanceof Wiring.Trigger wiring && wiring.called();
    CodeText code = new CodeText().code(Names.input("trigger")).text(called ? " in [" : " = ");
    code.quoted(trigger.id());
    return called ? code.text(", ").quoted(Wiring.Trigger.CALLED).text("]").done() : code.done();
  }

  private static String port(Vertex vertex) {
    String port = vertex.isStep() ? vertex.only() : vertex.port();
    return port.isEmpty() ? Names.DONE : port;
  }

  /** Whether one of the cases is taken for certain, as all ports of a step that ran are asked. */
  boolean exhaust(List<Case> cases, BitSet certain) {
    Set<Integer> flags = new HashSet<>();
    cases.forEach(asked -> flags.addAll(asked.flags()));
    return flags.stream()
        .flatMap(flag -> dag.before(flag).stream())
        .distinct()
        .filter(v -> dag.vertex(v).exclusive() && (v == Dag.START || certain.get(v)))
        .anyMatch(v -> flags.containsAll(dag.after(v)));
  }
}
