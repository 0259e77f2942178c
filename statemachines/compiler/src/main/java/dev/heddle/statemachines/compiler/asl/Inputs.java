package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Link;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Relations;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What flows into a step: the output of its one taken predecessor, of several an object. */
final class Inputs {
  private final Dag dag;
  private final Relations relations;
  private final Guards guards;
  private final Failures failures;
  private final Value first;

  /** {@code first}: what flows into steps that nothing leads to. */
  Inputs(Dag dag, Relations relations, Guards guards, Failures failures, Value first) {
    this.failures = failures;
    this.first = first;
    this.dag = dag;
    this.relations = relations;
    this.guards = guards;
  }

  Value of(Step step) {
    Map<Step, List<Integer>> sources = sources(step);
    if (sources.isEmpty()) {
      return first;
    }
    BitSet certain = relations.certain(dag.of(step));
    if (sources.size() == 1) {
      return read(sources.keySet().iterator().next(), dag.of(step));
    }
    if (sources.entrySet().stream().allMatch(source -> isSure(source, certain))) {
      return all(sources);
    }
    return exclude(sources.values()) ? either(sources) : some(sources, certain);
  }

  /** Whether a way from a step is taken for certain, as one of them is or all are the step's. */
  private boolean isSure(Map.Entry<Step, List<Integer>> source, BitSet certain) {
    int v = dag.of(source.getKey());
    return source.getValue().stream().anyMatch(certain::get)
        || certain.get(v) && source.getValue().containsAll(dag.after(v));
  }

  /** How many ways into a step were taken; one leads to the first of a branch, from outside. */
  Value.Code taken(Step step) {
    if (dag.drawing().into(step.index()).isEmpty()) {
      return new CodeText().text("1").done();
    }
    CodeText code = new CodeText().text("$count([");
    String comma = "";
    for (List<Integer> flags : sources(step).values()) {
      for (int flag : flags) {
        code.text(comma).code(guards.any(List.of(flag))).text(" ? 1");
        comma = ", ";
      }
    }
    return code.text("])").done();
  }

  /** By predecessor, in document order: the vertices it is left by towards the step. */
  private Map<Step, List<Integer>> sources(Step step) {
    Drawing drawing = dag.drawing();
    Map<Step, List<Integer>> sources = new TreeMap<>(Comparator.comparingInt(Step::index));
    for (Link link : drawing.into(step.index())) {
      Step source = drawing.step(link.source());
      if (dag.of(source) >= 0 && dag.ports(source).contains(link.port())) {
        sources.computeIfAbsent(source, _ -> new ArrayList<>()).add(dag.of(source, link.port()));
      }
    }
    return sources;
  }

  /** Reads through steps that pass on what the one step before them gave. */
  private Value read(Step source, int reader) {
    Step from = source;
    while (passesOn(from) && relations.commonDominator(dag.of(from), reader) == dag.of(from)) {
      Map<Step, List<Integer>> sources = sources(from);
      if (sources.size() != 1) {
        break;
      }
      from = sources.keySet().iterator().next();
    }
    return Names.read(Names.output(from));
  }

  /** A caught error takes the place of what would be passed on. */
  private boolean passesOn(Step step) {
    return step.passesInputOn() && !failures.caught(step);
  }

  private static Value all(Map<Step, List<Integer>> sources) {
    Map<String, Value> fields = new LinkedHashMap<>();
    sources.keySet().forEach(step -> fields.put(step.id(), Names.read(Names.output(step))));
    return new Value.Fields(fields);
  }

  private boolean exclude(Collection<List<Integer>> ways) {
    BitSet earlier = new BitSet();
    for (List<Integer> flags : ways) {
      if (flags.stream().anyMatch(flag -> relations.together(flag).intersects(earlier))) {
        return false;
      }
      flags.forEach(earlier::set);
    }
    return true;
  }

  /** Only one way is taken; where only one of the steps ran, the others are null. */
  private Value either(Map<Step, List<Integer>> sources) {
    boolean alone = exclude(sources.keySet().stream().map(step -> List.of(dag.of(step))).toList());
    CodeText code = new CodeText();
    int left = sources.size();
    for (Map.Entry<Step, List<Integer>> source : sources.entrySet()) {
      String output = Names.output(source.getKey());
      if (--left > 0) {
        code.code(alone ? notNull(output) : guards.any(source.getValue())).text(" ? ");
      }
      code.read(output).text(left > 0 ? " : " : "");
    }
    return code.done();
  }

  private static Value.Code notNull(String variable) {
    return new CodeText().read(variable).text(" != null").done();
  }

  private Value some(Map<Step, List<Integer>> sources, BitSet certain) {
    CodeText code = new CodeText().text("($I := $merge([");
    String comma = "";
    for (Map.Entry<Step, List<Integer>> source : sources.entrySet()) {
      code.text(comma);
      comma = ", ";
      boolean sure = isSure(source, certain);
      if (!sure) {
        code.code(guards.any(source.getValue())).text(" ? ");
      }
      code.text("{").quoted(source.getKey().id()).text(": ");
      code.read(Names.output(source.getKey())).text(sure ? "}" : "} : {}");
    }
    return code.text("]); $count($keys($I)) = 1 ? $lookup($I, $keys($I)[0]) : $I)").done();
  }
}
