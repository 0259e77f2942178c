package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Frame;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.drawing.Usage;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Planned;
import dev.heddle.statemachines.language.expression.Reference;
import dev.heddle.statemachines.language.expression.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in a container, ready to be lowered. */
final class Body {
  private final Step container;
  private final Planned planned;
  private final Lowering lowering;

  Body(Step container, Planned planned, Lowering lowering) {
    this.container = container;
    this.planned = planned;
    this.lowering = lowering;
  }

  /** The state the body is entered by; it goes on at {@code after}. */
  @Nullable State enter(@Nullable State after, Scope scope) {
    return lowering.enter(planned.plan(), planned.relations().certain(Dag.START), after, scope);
  }

  /** Whether a branch of a race may end elsewhere than at its merge. */
  boolean mayMiss() {
    Dag dag = planned.dag();
    int finish = dag.of(dag.drawing().steps().getLast());
    return !planned.relations().certain(Dag.START).get(finish);
  }

  /** The name of the node it begins with. */
  String firstName() {
    return planned.dag().step(1).node().name();
  }

  /** What one iteration gives. */
  Outcome outcome() {
    return new RunOutput(planned.dag(), planned.relations());
  }

  /** What one iteration gives, told by variables alone. */
  Value.Code value() {
    return ValueCode.of(outcome().value(_ -> Outcome.Ran.PERHAPS));
  }

  /** The variables from outside that the body may read. */
  Set<String> outerNames() {
    Drawing body = planned.dag().drawing();
    Set<String> names = new LinkedHashSet<>();
    for (Frame frame : container.around()) {
      names.add(frame.loops() ? frame.loop() : frame.index());
      names.add(frame.loops() ? frame.loop() : frame.item());
    }
    for (Drawing level : body.levels()) {
      for (Step step : level.steps()) {
        step.usages().stream()
            .map(Usage::parsed)
            .flatMap(parsed -> parsed.references().stream())
            .map(Reference::name)
            .filter(this::isOuter)
            .forEach(names::add);
      }
    }
    return names;
  }

  private boolean isOuter(String name) {
    for (Drawing level = planned.dag().drawing().outer(); level != null; level = level.outer()) {
      Step step = level.find(name).orElse(null);
      if (step != null && !(step.isTrigger() && step.works())) {
        return true;
      }
    }
    return false;
  }
}
