package dev.heddle.statemachines.asl;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Link;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.expression.CodeText;
import dev.heddle.statemachines.expression.Value;
import dev.heddle.statemachines.plan.Dag;
import dev.heddle.statemachines.plan.Relations;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What flows into a step: the output of its one taken predecessor, of several an object. */
final class Inputs {
  private final Dag dag;
  private final Relations relations;
  private final Guards guards;

  Inputs(Dag dag, Relations relations, Guards guards) {
    this.dag = dag;
    this.relations = relations;
    this.guards = guards;
  }

  Value of(Step step) {
    Map<Step, List<Integer>> sources = sources(step);
    BitSet certain = relations.certain(dag.of(step));
    if (sources.size() == 1) {
      return read(sources.keySet().iterator().next(), dag.of(step));
    }
    if (sources.values().stream().allMatch(flags -> flags.stream().anyMatch(certain::get))) {
      return all(sources);
    }
    return exclude(sources) ? either(sources) : some(sources, certain);
  }

  /** By predecessor: the vertices it is left by towards the step. */
  private Map<Step, List<Integer>> sources(Step step) {
    Drawing drawing = dag.drawing();
    Map<Step, List<Integer>> sources = new LinkedHashMap<>();
    for (Link link : drawing.into(step.index())) {
      Step source = drawing.step(link.source());
      if (dag.of(source) >= 0 && dag.livePorts(source).contains(link.port())) {
        sources
            .computeIfAbsent(source, _ -> new java.util.ArrayList<>())
            .add(dag.of(source, link.port()));
      }
    }
    return sources;
  }

  /** Reads through steps that pass on what the one step before them gave. */
  private Value read(Step source, int reader) {
    Step from = source;
    while (from.passesInputOn()
        && relations.commonDominator(dag.of(from), reader) == dag.of(from)) {
      Map<Step, List<Integer>> sources = sources(from);
      if (sources.size() != 1) {
        break;
      }
      from = sources.keySet().iterator().next();
    }
    return Names.read(Names.output(from));
  }

  private static Value all(Map<Step, List<Integer>> sources) {
    Map<String, Value> fields = new LinkedHashMap<>();
    sources.keySet().forEach(step -> fields.put(step.id(), Names.read(Names.output(step))));
    return new Value.Fields(fields);
  }

  private boolean exclude(Map<Step, List<Integer>> sources) {
    BitSet earlier = new BitSet();
    for (List<Integer> flags : sources.values()) {
      if (flags.stream().anyMatch(flag -> relations.together(flag).intersects(earlier))) {
        return false;
      }
      flags.forEach(earlier::set);
    }
    return true;
  }

  /** At most one isn't null: a dead one always is. */
  private static Value either(Map<Step, List<Integer>> sources) {
    CodeText code = new CodeText();
    int left = sources.size();
    for (Step source : sources.keySet()) {
      code.read(Names.output(source));
      if (--left > 0) {
        code.text(" != null ? ").read(Names.output(source)).text(" : ");
      }
    }
    return code.done();
  }

  private Value some(Map<Step, List<Integer>> sources, BitSet certain) {
    CodeText code = new CodeText().text("($I := $merge([");
    String comma = "";
    for (Map.Entry<Step, List<Integer>> source : sources.entrySet()) {
      code.text(comma);
      comma = ", ";
      boolean sure = source.getValue().stream().anyMatch(certain::get);
      if (!sure) {
        code.code(guards.any(source.getValue())).text(" ? ");
      }
      code.text("{").quoted(source.getKey().id()).text(": ");
      code.read(Names.output(source.getKey())).text(sure ? "}" : "} : {}");
    }
    return code.text("]); $count($keys($I)) = 1 ? $lookup($I, $keys($I)[0]) : $I)").done();
  }
}
