package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Link;
import dev.heddle.statemachines.compiler.drawing.Resume;
import dev.heddle.statemachines.compiler.drawing.Resume.Recorded;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.report.Spelling;
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
public final class Resumption {
  private static final String RULE = "resumes-somewhere";
  private final Drawing drawing;
  private final Resume resume;
  private final BitSet live = new BitSet();

  private Resumption(Drawing drawing, Resume resume) {
    this.drawing = drawing;
    this.resume = resume;
  }

  /** The drawing to build; nothing, and a problem, if nothing would run again. */
  public static Optional<Drawing> of(Drawing drawing, Resume resume, Problems problems) {
    Step from = outermost(drawing, resume.from());
    if (from == null) {
      List<String> known = drawing.all().stream().map(Step::id).toList();
      String message = "There is no node \"" + resume.from() + "\" to go on from";
      problems.error(RULE, Place.DRAWING, message, Spelling.hint(resume.from(), known));
      return Optional.empty();
    }
    Drawing redrawn = new Resumption(drawing, resume).redraw(from);
    Step again = redrawn.find(from.id()).orElse(null);
    if (again == null || !redrawn.reachable().get(again.index())) {
      String message = "No recorded way leads to \"" + from.node().name() + "\"";
      String hint = "Go on from a node that ran, or connect this one to nodes that did.";
      problems.error(RULE, Place.node(from.id()), message, hint);
      return Optional.empty();
    }
    return Optional.of(redrawn);
  }

  /** The step of the whole drawing that a node is or stands in. */
  private static @Nullable Step outermost(Drawing drawing, String node) {
    for (Step step : drawing.all()) {
      if (step.id().equals(node)) {
        String id = step.around().isEmpty() ? node : step.around().getFirst().id();
        return drawing.find(id).orElse(null);
      }
    }
    return null;
  }

  private Drawing redraw(Step from) {
    follow(from.index());
    racesRunAsAWhole();
    List<Step> steps = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (Step step : drawing.steps()) {
      Recorded recorded = recorded(step);
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
    if (drawing.steps().stream().noneMatch(Step::takesFirst)) {
      return;
    }
    Dag dag = new Dag(drawing);
    Relations relations = new Relations(dag);
    for (int index : drawing.order().reversed()) {
      Step step = drawing.step(index);
      if (step.takesFirst() && live.get(index) && dag.of(step) >= 0) {
        Race race = Race.of(dag, relations, step);
        List<Step> racing = race.branches().stream().flatMap(b -> race.steps(b).stream()).toList();
        if (racing.stream().anyMatch(inside -> live.get(inside.index()))) {
          racing.forEach(inside -> live.set(inside.index()));
        }
      }
    }
  }

  /** What a step yields without running; null if it runs, or starts runs. */
  private @Nullable Recorded recorded(Step step) {
    Recorded recorded = live.get(step.index()) ? null : resume.record().get(step.id());
    return recorded != null && recorded.port() != null && step.isTrigger() ? null : recorded;
  }

  private static Step again(Step step, @Nullable Recorded recorded) {
    return recorded == null || recorded.port() == null ? step : step.recorded(recorded.port());
  }

  /** The arrows between what is left, of recorded steps only those they left by. */
  private List<Link> links(Map<Integer, Integer> places) {
    List<Link> links = new ArrayList<>();
    for (Step step : drawing.steps()) {
      Recorded recorded = recorded(step);
      for (Link link : drawing.outOf(step.index())) {
        Integer from = places.get(link.source());
        Integer to = places.get(link.target());
        if (from != null && to != null && taken(link, recorded)) {
          links.add(new Link(link.id(), from, link.port(), to));
        }
      }
    }
    return links;
  }

  private static boolean taken(Link link, @Nullable Recorded recorded) {
    return recorded == null || link.port().equals(recorded.port());
  }
}
