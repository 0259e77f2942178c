package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.asl.Emitted;
import dev.heddle.statemachines.compiler.asl.Emitter;
import dev.heddle.statemachines.compiler.checks.Flavour;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.History;
import dev.heddle.statemachines.compiler.plan.Orderings;
import dev.heddle.statemachines.compiler.plan.Planned;
import dev.heddle.statemachines.language.Machine;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Resources;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Builds the machine of a drawing that all checks let pass. */
final class Building {
  private static final int LARGEST = 1_048_576;
  private final RunMap runMap;
  private final Drawing drawing;
  private final Flavour flavour;
  private final Problems problems;

  Building(RunMap runMap, Drawing drawing, Flavour flavour, Problems problems) {
    this.runMap = runMap;
    this.drawing = drawing;
    this.flavour = flavour;
    this.problems = problems;
  }

  /** The machine; nothing, and a problem, where the service's limits leave none. */
  Optional<Machine> machine(Resources resources) {
    Planned planned = Planned.of(drawing);
    if (planned.tooDeep()) {
      String hint = "Join some branches before new ones begin.";
      problems.error("nested-too-deep", Place.DRAWING, "Branches are nested too deeply", hint);
      return Optional.empty();
    }
    Emitted emitted = new Emitter(resources).emit(planned, runMap.name(), flavour.timeoutSeconds());
    checkSize(emitted.definition());
    checkHistory(planned);
    reportOrderings(planned);
    return Optional.of(machine(emitted, Explanation.of(planned, flavour)));
  }

  private void reportOrderings(Planned planned) {
    planned.orderings().forEach(added -> report(added.step(), added.waitedFor()));
    planned.parts().forEach(this::reportOrderings);
  }

  /** A step waits for others although no arrow says so. */
  private void report(Step step, List<Step> waitedFor) {
    String ids = String.join(", ", waitedFor.stream().map(Step::id).toList());
    String message = "\"" + step.node().name() + "\" also waits for: " + ids;
    String hint = "Step Functions has no structure for these arrows; redraw them to avoid it.";
    if (waitedFor.stream().anyMatch(Orderings::takesLong)) {
      problems.warning("added-ordering", Place.node(step.id()), message, hint);
    } else {
      problems.info("added-ordering", Place.node(step.id()), message, hint);
    }
  }

  private void checkSize(ObjectNode definition) {
    int size = definition.toString().getBytes(StandardCharsets.UTF_8).length;
    if (size > LARGEST) {
      String message = "The state machine takes " + size + " bytes; at most " + LARGEST + " can be";
      String hint = "Move a part into a workflow of its own, or shorten long texts.";
      problems.error("definition-size", Place.DRAWING, message, hint);
    }
  }

  private void checkHistory(Planned planned) {
    long events = History.events(planned);
    if (events <= History.MOST || flavour.express()) {
      return;
    }
    Place place = History.culprit(planned).map(step -> Place.node(step.id())).orElse(Place.DRAWING);
    String message =
        "A run may write some " + events + " events; Step Functions ends it at " + History.MOST;
    String hint = "Lower a loop's maximum, or move what repeats into a workflow of its own.";
    problems.warning("history-fits", place, message, hint);
  }

  private Machine machine(Emitted emitted, List<String> explanation) {
    Map<String, SourceMap.Origin> states = new LinkedHashMap<>();
    emitted
        .nodes()
        .forEach(
            (state, node) ->
                states.put(
                    state,
                    new SourceMap.Origin(node, emitted.running().getOrDefault(state, false))));
    return new Machine(
        emitted.definition(),
        flavour.express() ? Machine.Kind.EXPRESS : Machine.Kind.STANDARD,
        flavour.reason(),
        new SourceMap(states, emitted.outputs(), emitted.ports()),
        runMap,
        explanation);
  }
}
