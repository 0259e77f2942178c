package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import dev.heddle.statemachines.compiler.plan.FlowAnalysis;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What flows into a step: the output of its one taken predecessor, of several an object. */
final class StepInputs {
  private final FlowGraph dag;
  private final FlowAnalysis relations;
  private final GuardExpressions guardExpressions;
  private final ErrorCatchers failures;
  private final DynamicValue first;

  /** {@code first}: what flows into steps that nothing leads to. */
  StepInputs(
      FlowGraph dag,
      FlowAnalysis relations,
      GuardExpressions guardExpressions,
      ErrorCatchers failures,
      DynamicValue first) {
    this.failures = failures;
    this.first = first;
    this.dag = dag;
    this.relations = relations;
    this.guardExpressions = guardExpressions;
  }

  DynamicValue of(DrawingStep step) {
    Map<DrawingStep, List<Integer>> sources = sources(step);
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
  private boolean isSure(Map.Entry<DrawingStep, List<Integer>> source, BitSet certain) {
    int v = dag.of(source.getKey());
    return source.getValue().stream().anyMatch(certain::get)
        || certain.get(v) && source.getValue().containsAll(dag.successors(v));
  }

  /** How many ways into a step were taken; one leads to the first of a branch, from outside. */
  DynamicValue.Code takenCount(DrawingStep step) {
    if (dag.drawing().into(step.index()).isEmpty()) {
      return new JsonataBuilder().text("1").build();
    }
    JsonataBuilder code = new JsonataBuilder().text("$count([");
    String comma = "";
    for (List<Integer> flags : sources(step).values()) {
      for (int flag : flags) {
        code.text(comma).code(guardExpressions.any(List.of(flag))).text(" ? 1");
        comma = ", ";
      }
    }
    return code.text("])").build();
  }

  /** By predecessor, in document order: the vertices it is left by towards the step. */
  private Map<DrawingStep, List<Integer>> sources(DrawingStep step) {
    Drawing drawing = dag.drawing();
    Map<DrawingStep, List<Integer>> sources =
        new TreeMap<>(Comparator.comparingInt(DrawingStep::index));
    for (StepEdge link : drawing.into(step.index())) {
      DrawingStep source = drawing.step(link.source());
      if (dag.of(source) >= 0 && dag.ports(source).contains(link.port())) {
        sources.computeIfAbsent(source, _ -> new ArrayList<>()).add(dag.of(source, link.port()));
      }
    }
    return sources;
  }

  /** Reads through steps that pass on what the one step before them gave. */
  private DynamicValue read(DrawingStep source, int reader) {
    DrawingStep from = source;
    while (passesOn(from) && relations.commonDominator(dag.of(from), reader) == dag.of(from)) {
      Map<DrawingStep, List<Integer>> sources = sources(from);
      if (sources.size() != 1) {
        break;
      }
      from = sources.keySet().iterator().next();
    }
    return VariableNames.read(VariableNames.output(from));
  }

  /** A caught error takes the place of what would be passed on. */
  private boolean passesOn(DrawingStep step) {
    return step.passesInputOn() && !failures.caught(step);
  }

  private static DynamicValue all(Map<DrawingStep, List<Integer>> sources) {
    Map<String, DynamicValue> fields = new LinkedHashMap<>();
    sources
        .keySet()
        .forEach(step -> fields.put(step.id(), VariableNames.read(VariableNames.output(step))));
    return new DynamicValue.Fields(fields);
  }

  private boolean exclude(Collection<List<Integer>> paths) {
    BitSet earlier = new BitSet();
    for (List<Integer> flags : paths) {
      if (flags.stream().anyMatch(flag -> relations.coReachable(flag).intersects(earlier))) {
        return false;
      }
      flags.forEach(earlier::set);
    }
    return true;
  }

  /** Only one way is taken; where only one of the steps ran, the others are null. */
  private DynamicValue either(Map<DrawingStep, List<Integer>> sources) {
    boolean alone = exclude(sources.keySet().stream().map(step -> List.of(dag.of(step))).toList());
    JsonataBuilder code = new JsonataBuilder();
    int left = sources.size();
    for (Map.Entry<DrawingStep, List<Integer>> source : sources.entrySet()) {
      String output = VariableNames.output(source.getKey());
      if (--left > 0) {
        code.code(alone ? notNull(output) : guardExpressions.any(source.getValue())).text(" ? ");
      }
      code.read(output).text(left > 0 ? " : " : "");
    }
    return code.build();
  }

  private static DynamicValue.Code notNull(String variable) {
    return new JsonataBuilder().read(variable).text(" != null").build();
  }

  private DynamicValue some(Map<DrawingStep, List<Integer>> sources, BitSet certain) {
    JsonataBuilder code = new JsonataBuilder().text("($I := $merge([");
    String comma = "";
    for (Map.Entry<DrawingStep, List<Integer>> source : sources.entrySet()) {
      code.text(comma);
      comma = ", ";
      boolean sure = isSure(source, certain);
      if (!sure) {
        code.code(guardExpressions.any(source.getValue())).text(" ? ");
      }
      code.text("{").quoted(source.getKey().id()).text(": ");
      code.read(VariableNames.output(source.getKey())).text(sure ? "}" : "} : {}");
    }
    return code.text("]); $count($keys($I)) = 1 ? $lookup($I, $keys($I)[0]) : $I)").build();
  }
}
