package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Link;
import dev.heddle.statemachines.compiler.drawing.Racing;
import dev.heddle.statemachines.compiler.drawing.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds each race, from its fork to its merge, into one step: the merge. */
final class Races {
  private final Drawing drawing;
  private final Map<Integer, Race> races = new LinkedHashMap<>();
  private final BitSet inside = new BitSet();

  private Races(Drawing drawing) {
    this.drawing = drawing;
  }

  /** The drawing with its outermost races folded; those inside them are left as drawn. */
  static Drawing folded(Drawing drawing) {
    return drawing.steps().stream().noneMatch(Races::isOpen) ? drawing : new Races(drawing).fold();
  }

  private static boolean isOpen(Step step) {
    return step.takesFirst() && step.racing() == null;
  }

  private Drawing fold() {
    Dag dag = new Dag(drawing);
    Relations relations = new Relations(dag);
    for (int index : drawing.order().reversed()) {
      Step step = drawing.step(index);
      if (isOpen(step) && dag.of(step) >= 0 && !inside.get(index)) {
        Race race = Race.of(dag, relations, step);
        races.put(index, race);
        race.branches().forEach(branch -> race.steps(branch).forEach(s -> inside.set(s.index())));
      }
    }
    return outside();
  }

  private Drawing outside() {
    List<Step> steps = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (Step step : drawing.steps()) {
      if (!inside.get(step.index())) {
        places.put(step.index(), steps.size());
        Race race = races.get(step.index());
        steps.add((race == null ? step : whole(race)).at(steps.size()));
      }
    }
    List<Link> links = new ArrayList<>(moved(drawing.steps(), places));
    races.values().stream()
        .filter(race -> race.fork() != Dag.START)
        .forEach(race -> links.add(entry(race, places)));
    return drawing.with(steps, links);
  }

  private static Link entry(Race race, Map<Integer, Integer> places) {
    Vertex fork = race.dag().vertex(race.fork());
    String port = fork.isStep() ? fork.only() : fork.port();
    return new Link(
        "race-" + race.merge().id(),
        places.getOrDefault(fork.step(), -1),
        port,
        places.getOrDefault(race.merge().index(), -1));
  }

  private Step whole(Race race) {
    List<Drawing> branches = race.branches().stream().map(vs -> branch(race, vs)).toList();
    return race.merge().racing(new Racing.Whole(branches, race.mayDie()));
  }

  private Drawing branch(Race race, BitSet vertices) {
    List<Step> drawn = new ArrayList<>(race.steps(vertices));
    drawn.add(race.merge());
    List<Step> steps = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (Step step : drawn) {
      places.put(step.index(), steps.size());
      Step here = step.index() == race.merge().index() ? step.racing(new Racing.Finish()) : step;
      steps.add(here.at(steps.size()));
    }
    return drawing.part(race.merge(), steps, moved(race.steps(vertices), places));
  }

  /** The arrows that leave these steps for steps that have a place. */
  private List<Link> moved(List<Step> sources, Map<Integer, Integer> places) {
    List<Link> moved = new ArrayList<>();
    for (Step source : sources) {
      for (Link link : drawing.outOf(source.index())) {
        Integer from = places.get(link.source());
        Integer to = places.get(link.target());
        if (from != null && to != null) {
          moved.add(new Link(link.id(), from, link.port(), to));
        }
      }
    }
    return moved;
  }
}
