package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.asl.AslGenerator;
import dev.heddle.statemachines.compiler.asl.GeneratedMachine;
import dev.heddle.statemachines.compiler.checks.WorkflowType;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.AddedOrderings;
import dev.heddle.statemachines.compiler.plan.HistoryEstimate;
import dev.heddle.statemachines.compiler.plan.PlannedDrawing;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Builds the machine of a drawing that all checks let pass. */
final class MachineBuilder {
  private static final int LARGEST = 1_048_576;
  private final RunMap runMap;
  private final Drawing drawing;
  private final WorkflowType flavour;
  private final Diagnostics problems;

  MachineBuilder(RunMap runMap, Drawing drawing, WorkflowType flavour, Diagnostics problems) {
    this.runMap = runMap;
    this.drawing = drawing;
    this.flavour = flavour;
    this.problems = problems;
  }

  /** The machine; nothing, and a problem, where the service's limits leave none. */
  Optional<CompiledMachine> machine(ResourceNames resources) {
    PlannedDrawing plannedDrawing = PlannedDrawing.of(drawing);
    if (plannedDrawing.tooDeep()) {
      String hint = "Merge some branches before new ones start.";
      problems.error(
          "nested-too-deep", SourceLocation.DRAWING, "Branches are nested too deeply", hint);
      return Optional.empty();
    }
    GeneratedMachine generatedMachine =
        new AslGenerator(resources).emit(plannedDrawing, runMap.name(), flavour.timeoutSeconds());
    checkSize(generatedMachine.definition());
    checkHistory(plannedDrawing);
    reportOrderings(plannedDrawing);
    return Optional.of(machine(generatedMachine, PlanExplanation.of(plannedDrawing, flavour)));
  }

  private void reportOrderings(PlannedDrawing plannedDrawing) {
    plannedDrawing.orderings().forEach(added -> report(added.step(), added.waitedFor()));
    plannedDrawing.parts().forEach(this::reportOrderings);
  }

  /** A step waits for others although no arrow says so. */
  private void report(DrawingStep step, List<DrawingStep> waitedFor) {
    String ids = String.join(", ", waitedFor.stream().map(DrawingStep::id).toList());
    String message = "\"" + step.node().name() + "\" also waits for: " + ids;
    String hint = "Step Functions can't express these connections. Rearrange them.";
    if (waitedFor.stream().anyMatch(AddedOrderings::takesLong)) {
      problems.warning("added-ordering", SourceLocation.node(step.id()), message, hint);
    } else {
      problems.info("added-ordering", SourceLocation.node(step.id()), message, hint);
    }
  }

  private void checkSize(ObjectNode definition) {
    int size = definition.toString().getBytes(StandardCharsets.UTF_8).length;
    if (size > LARGEST) {
      String message = "The state machine has " + size + " bytes; the limit is " + LARGEST;
      String hint = "Move a part into a separate workflow, or shorten long texts.";
      problems.error("definition-size", SourceLocation.DRAWING, message, hint);
    }
  }

  private void checkHistory(PlannedDrawing plannedDrawing) {
    long events = HistoryEstimate.events(plannedDrawing);
    if (events <= HistoryEstimate.MOST || flavour.express()) {
      return;
    }
    SourceLocation place =
        HistoryEstimate.culprit(plannedDrawing)
            .map(step -> SourceLocation.node(step.id()))
            .orElse(SourceLocation.DRAWING);
    String message =
        "A run may write about "
            + events
            + " events; Step Functions stops it at "
            + HistoryEstimate.MOST;
    String hint = "Lower a loop's maximum, or move the repeated steps into a separate workflow.";
    problems.warning("history-fits", place, message, hint);
  }

  private CompiledMachine machine(GeneratedMachine generatedMachine, List<String> explanation) {
    Map<String, SourceMap.Origin> states = new LinkedHashMap<>();
    generatedMachine
        .nodes()
        .forEach(
            (state, node) ->
                states.put(
                    state,
                    new SourceMap.Origin(
                        node, generatedMachine.running().getOrDefault(state, false))));
    return new CompiledMachine(
        generatedMachine.definition(),
        flavour.express() ? CompiledMachine.Kind.EXPRESS : CompiledMachine.Kind.STANDARD,
        flavour.reason(),
        new SourceMap(states, generatedMachine.outputs(), generatedMachine.ports()),
        runMap,
        explanation);
  }
}
