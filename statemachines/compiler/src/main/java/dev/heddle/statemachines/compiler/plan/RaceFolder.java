package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.RaceRole;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds each race, from its fork to its merge, into one step: the merge. */
final class RaceFolder {
  private final Drawing drawing;
  private final Map<Integer, RaceRegion> races = new LinkedHashMap<>();
  private final BitSet inside = new BitSet();

  private RaceFolder(Drawing drawing) {
    this.drawing = drawing;
  }

  /** The drawing with its outermost races folded; those inside them are left as drawn. */
  static Drawing folded(Drawing drawing) {
    return drawing.steps().stream().noneMatch(RaceFolder::isOpen)
        ? drawing
        : new RaceFolder(drawing).fold();
  }

  private static boolean isOpen(DrawingStep step) {
    return step.takesFirst() && step.raceRole() == null;
  }

  private Drawing fold() {
    FlowGraph dag = new FlowGraph(drawing);
    FlowAnalysis relations = new FlowAnalysis(dag);
    for (int index : drawing.order().reversed()) {
      DrawingStep step = drawing.step(index);
      if (isOpen(step) && dag.of(step) >= 0 && !inside.get(index)) {
        RaceRegion race = RaceRegion.of(dag, relations, step);
        races.put(index, race);
        race.branches().forEach(branch -> race.steps(branch).forEach(s -> inside.set(s.index())));
      }
    }
    return outside();
  }

  private Drawing outside() {
    List<DrawingStep> steps = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (DrawingStep step : drawing.steps()) {
      if (!inside.get(step.index())) {
        places.put(step.index(), steps.size());
        RaceRegion race = races.get(step.index());
        steps.add((race == null ? step : whole(race)).at(steps.size()));
      }
    }
    List<StepEdge> links = new ArrayList<>(moved(drawing.steps(), places));
    races.values().stream()
        .filter(race -> race.fork() != FlowGraph.START)
        .forEach(race -> links.add(entry(race, places)));
    return drawing.with(steps, links);
  }

  private static StepEdge entry(RaceRegion race, Map<Integer, Integer> places) {
    Vertex fork = race.dag().vertex(race.fork());
    String port = fork.isStep() ? fork.only() : fork.port();
    return new StepEdge(
        "race-" + race.merge().id(),
        places.getOrDefault(fork.step(), -1),
        port,
        places.getOrDefault(race.merge().index(), -1));
  }

  private DrawingStep whole(RaceRegion race) {
    List<Drawing> branches = race.branches().stream().map(vs -> branch(race, vs)).toList();
    return race.merge().raceRole(new RaceRole.Whole(branches, race.mayDie()));
  }

  private Drawing branch(RaceRegion race, BitSet vertices) {
    List<DrawingStep> members = new ArrayList<>(race.steps(vertices));
    members.add(race.merge());
    List<DrawingStep> steps = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (DrawingStep step : members) {
      places.put(step.index(), steps.size());
      DrawingStep here =
          step.index() == race.merge().index() ? step.raceRole(new RaceRole.Finish()) : step;
      steps.add(here.at(steps.size()));
    }
    return drawing.part(race.merge(), steps, moved(race.steps(vertices), places));
  }

  /** The arrows that leave these steps for steps that have a place. */
  private List<StepEdge> moved(List<DrawingStep> sources, Map<Integer, Integer> places) {
    List<StepEdge> moved = new ArrayList<>();
    for (DrawingStep source : sources) {
      for (StepEdge link : drawing.outOf(source.index())) {
        Integer from = places.get(link.source());
        Integer to = places.get(link.target());
        if (from != null && to != null) {
          moved.add(new StepEdge(link.id(), from, link.port(), to));
        }
      }
    }
    return moved;
  }
}
