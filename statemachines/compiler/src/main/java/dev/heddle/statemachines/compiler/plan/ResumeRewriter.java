package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.ResumePoint;
import dev.heddle.statemachines.compiler.drawing.ResumePoint.NodeRecord;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Redraws a drawing for a run that goes on from a recorded one: nodes that don't run again yield
 * what they gave, dead ones are left out. Containers and races run again as a whole.
 */
public final class ResumeRewriter {
  private static final String RULE = "resumes-somewhere";
  private final Drawing drawing;
  private final ResumePoint resume;
  private final BitSet live = new BitSet();

  private ResumeRewriter(Drawing drawing, ResumePoint resume) {
    this.drawing = drawing;
    this.resume = resume;
  }

  /** The drawing to build; nothing, and a problem, if nothing would run again. */
  public static Optional<Drawing> of(Drawing drawing, ResumePoint resume, Diagnostics problems) {
    DrawingStep from = outermost(drawing, resume.from());
    if (from == null) {
      List<String> known = drawing.all().stream().map(DrawingStep::id).toList();
      String message = "There is no step \"" + resume.from() + "\" to continue from";
      problems.error(
          RULE, SourceLocation.DRAWING, message, SpellingHints.hint(resume.from(), known));
      return Optional.empty();
    }
    Drawing redrawn = new ResumeRewriter(drawing, resume).redraw(from);
    DrawingStep again = redrawn.find(from.id()).orElse(null);
    if (again == null || !redrawn.reachable().get(again.index())) {
      String message = "No recorded path leads to \"" + from.node().name() + "\"";
      String hint = "Continue from a step that ran, or connect this one to steps that did.";
      problems.error(RULE, SourceLocation.node(from.id()), message, hint);
      return Optional.empty();
    }
    return Optional.of(redrawn);
  }

  /** The step of the whole drawing that a node is or stands in. */
  private static @Nullable DrawingStep outermost(Drawing drawing, String node) {
    for (DrawingStep step : drawing.all()) {
      if (step.id().equals(node)) {
        String id = step.around().isEmpty() ? node : step.around().getFirst().id();
        return drawing.find(id).orElse(null);
      }
    }
    return null;
  }

  private Drawing redraw(DrawingStep from) {
    follow(from.index());
    racesRunAsAWhole();
    List<DrawingStep> steps = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (DrawingStep step : drawing.steps()) {
      NodeRecord recorded = recorded(step);
      if (recorded == null || recorded.port() != null) {
        places.put(step.index(), steps.size());
        steps.add(again(step, recorded).at(steps.size()));
      }
    }
    return drawing.with(steps, links(places));
  }

  private void follow(int first) {
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      int step = open.remove();
      if (!live.get(step)) {
        live.set(step);
        drawing.outOf(step).forEach(link -> open.add(link.target()));
      }
    }
  }

  private void racesRunAsAWhole() {
    if (drawing.steps().stream().noneMatch(DrawingStep::takesFirst)) {
      return;
    }
    FlowGraph dag = new FlowGraph(drawing);
    FlowAnalysis relations = new FlowAnalysis(dag);
    for (int index : drawing.order().reversed()) {
      DrawingStep step = drawing.step(index);
      if (step.takesFirst() && live.get(index) && dag.of(step) >= 0) {
        RaceRegion race = RaceRegion.of(dag, relations, step);
        List<DrawingStep> racing =
            race.branches().stream().flatMap(b -> race.steps(b).stream()).toList();
        if (racing.stream().anyMatch(inside -> live.get(inside.index()))) {
          racing.forEach(inside -> live.set(inside.index()));
        }
      }
    }
  }

  /** What a step yields without running; null if it runs, or starts runs. */
  private @Nullable NodeRecord recorded(DrawingStep step) {
    NodeRecord recorded = live.get(step.index()) ? null : resume.record().get(step.id());
    return recorded != null && recorded.port() != null && step.isTrigger() ? null : recorded;
  }

  private static DrawingStep again(DrawingStep step, @Nullable NodeRecord recorded) {
    return recorded == null || recorded.port() == null ? step : step.recorded(recorded.port());
  }

  /** The arrows between what is left, of recorded steps only those they left by. */
  private List<StepEdge> links(Map<Integer, Integer> places) {
    List<StepEdge> links = new ArrayList<>();
    for (DrawingStep step : drawing.steps()) {
      NodeRecord recorded = recorded(step);
      for (StepEdge link : drawing.outOf(step.index())) {
        Integer from = places.get(link.source());
        Integer to = places.get(link.target());
        if (from != null && to != null && wasTaken(link, recorded)) {
          links.add(new StepEdge(link.id(), from, link.port(), to));
        }
      }
    }
    return links;
  }

  private static boolean wasTaken(StepEdge link, @Nullable NodeRecord recorded) {
    return recorded == null || link.port().equals(recorded.port());
  }
}
