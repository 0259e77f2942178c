package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.ConfigExpression;
import dev.heddle.statemachines.compiler.drawing.ContainerFrame;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.compiler.plan.PlannedDrawing;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.VariableReference;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in a container, ready to be lowered. */
final class ContainerBody {
  private final DrawingStep container;
  private final PlannedDrawing plannedDrawing;
  private final PlanLowering lowering;

  ContainerBody(DrawingStep container, PlannedDrawing plannedDrawing, PlanLowering lowering) {
    this.container = container;
    this.plannedDrawing = plannedDrawing;
    this.lowering = lowering;
  }

  /** The state the body is entered by; it goes on at {@code after}. */
  @Nullable AslState enter(@Nullable AslState after, LexicalScope scope) {
    return lowering.enter(
        plannedDrawing.plan(), plannedDrawing.relations().certain(FlowGraph.START), after, scope);
  }

  /** Whether a branch of a race may end elsewhere than at its merge. */
  boolean mayMiss() {
    FlowGraph dag = plannedDrawing.dag();
    int finish = dag.of(dag.drawing().steps().getLast());
    return !plannedDrawing.relations().certain(FlowGraph.START).get(finish);
  }

  /** The name of the node it begins with. */
  String firstName() {
    return plannedDrawing.dag().step(1).node().name();
  }

  /** What one iteration gives. */
  ScopeOutput outcome() {
    return new RunOutput(plannedDrawing.dag(), plannedDrawing.relations());
  }

  /** What one iteration gives, told by variables alone. */
  DynamicValue.Code value() {
    return ValueCode.of(outcome().value(_ -> ScopeOutput.HasRun.PERHAPS));
  }

  /** The variables from outside that the body may read. */
  Set<String> outerNames() {
    Drawing body = plannedDrawing.dag().drawing();
    Set<String> names = new LinkedHashSet<>();
    for (ContainerFrame frame : container.around()) {
      names.add(frame.loops() ? frame.loop() : frame.index());
      names.add(frame.loops() ? frame.loop() : frame.item());
    }
    for (Drawing level : body.levels()) {
      for (DrawingStep step : level.steps()) {
        step.expressions().stream()
            .map(ConfigExpression::parsed)
            .flatMap(parsedExpression -> parsedExpression.references().stream())
            .map(VariableReference::name)
            .filter(this::isOuter)
            .forEach(names::add);
      }
    }
    return names;
  }

  private boolean isOuter(String name) {
    for (Drawing level = plannedDrawing.dag().drawing().outer();
        level != null;
        level = level.outer()) {
      DrawingStep step = level.find(name).orElse(null);
      if (step != null && !(step.isTrigger() && step.works())) {
        return true;
      }
    }
    return false;
  }
}
