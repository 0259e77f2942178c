package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.RaceRole;
import dev.heddle.statemachines.compiler.plan.FlowAnalysis;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a run, or one of a body, gives: the answer if a node responded, else what the drawing's last
 * nodes gave.
 */
final class RunOutput implements ScopeOutput {
  private final List<DrawingStep> answers;
  private final List<DrawingStep> sinks;
  private final boolean alone;
  private final FlowGraph dag;
  private final BitSet certain;

  RunOutput(FlowGraph dag, FlowAnalysis relations) {
    this.dag = dag;
    this.certain = relations.certain(FlowGraph.START);
    Drawing drawing = dag.drawing();
    BitSet reachable = drawing.reachable();
    List<DrawingStep> steps =
        drawing.steps().stream().filter(step -> reachable.get(step.index())).toList();
    this.answers =
        steps.stream()
            .filter(step -> step.works() && step.wiring() instanceof NodeWiring.Respond)
            .toList();
    this.sinks =
        steps.stream()
            .filter(step -> drawing.outOf(step.index()).isEmpty() && !step.fails())
            .toList();
    this.alone = sinks.size() == 1;
  }

  @Override
  public Set<String> variables() {
    Set<String> variables = new LinkedHashSet<>();
    for (List<DrawingStep> steps : List.of(answers, sinks)) {
      for (DrawingStep step : steps) {
        variables.add(VariableNames.output(step));
        if (!isCertain(step) && !(steps == sinks && alone)) {
          variables.add(VariableNames.port(step));
        }
      }
    }
    return variables;
  }

  /** A race that a run comes to may still be dead at its end. */
  private boolean isCertain(DrawingStep step) {
    boolean mayDie = step.raceRole() instanceof RaceRole.Whole race && race.mayDie();
    return !mayDie && dag.of(step) >= 0 && certain.get(dag.of(step));
  }

  @Override
  public DynamicValue value(Function<DrawingStep, HasRun> known) {
    Function<DrawingStep, HasRun> ran = step -> ran(step, known);
    for (DrawingStep answer : answers) {
      if (ran.apply(answer) == HasRun.YES) {
        return response(answer);
      }
    }
    List<DrawingStep> perhaps =
        answers.stream().filter(step -> ran.apply(step) == HasRun.PERHAPS).toList();
    DynamicValue otherwise = ofSinks(ran);
    return perhaps.isEmpty() ? otherwise : ifAnyRan(perhaps, otherwise);
  }

  private HasRun ran(DrawingStep step, Function<DrawingStep, HasRun> known) {
    if (isCertain(step)) {
      return HasRun.YES;
    }
    return isStart(step) ? HasRun.PERHAPS : known.apply(step);
  }

  /** Whether it is one of several ways to start, which no variable tells of. */
  private static boolean isStart(DrawingStep step) {
    return step.isTrigger() && step.works();
  }

  private static DynamicValue response(DrawingStep answer) {
    return new DynamicValue.Fields(
        Map.of("respond", VariableNames.read(VariableNames.output(answer))));
  }

  private static DynamicValue ifAnyRan(List<DrawingStep> perhaps, DynamicValue otherwise) {
    JsonataBuilder code = new JsonataBuilder();
    for (DrawingStep answer : perhaps) {
      code.read(VariableNames.port(answer)).text(" != null ? ");
      code.code(ValueCode.of(response(answer))).text(" : ");
    }
    return code.code(ValueCode.of(otherwise)).build();
  }

  private DynamicValue ofSinks(Function<DrawingStep, HasRun> ran) {
    if (alone) {
      return VariableNames.read(VariableNames.output(sinks.getFirst()));
    }
    List<DrawingStep> candidates =
        sinks.stream()
            .filter(step -> !answers.contains(step) && ran.apply(step) != HasRun.NO)
            .toList();
    Map<String, DynamicValue> fields = new LinkedHashMap<>();
    candidates.forEach(
        step -> fields.put(step.id(), VariableNames.read(VariableNames.output(step))));
    boolean all = candidates.stream().allMatch(step -> ran.apply(step) == HasRun.YES);
    return all ? new DynamicValue.Fields(fields) : merged(candidates, ran);
  }

  private static DynamicValue merged(
      List<DrawingStep> candidates, Function<DrawingStep, HasRun> ran) {
    JsonataBuilder code = new JsonataBuilder().text("$merge([");
    String comma = "";
    for (DrawingStep step : candidates) {
      code.text(comma);
      comma = ", ";
      boolean ranForSure = ran.apply(step) == HasRun.YES;
      if (!ranForSure) {
        code.code(hasRun(step)).text(" ? ");
      }
      code.text("{").quoted(step.id()).text(": ").read(VariableNames.output(step));
      code.text(ranForSure ? "}" : "} : {}");
    }
    return code.text("])").build();
  }

  private static DynamicValue.Code hasRun(DrawingStep step) {
    return isStart(step)
        ? GuardExpressions.fired(step)
        : new JsonataBuilder().read(VariableNames.port(step)).text(" != null").build();
  }
}
