package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Racing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Relations;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Wiring;
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
final class RunOutput implements Outcome {
  private final List<Step> answers;
  private final List<Step> sinks;
  private final boolean alone;
  private final Dag dag;
  private final BitSet certain;

  RunOutput(Dag dag, Relations relations) {
    this.dag = dag;
    this.certain = relations.certain(Dag.START);
    Drawing drawing = dag.drawing();
    BitSet reachable = drawing.reachable();
    List<Step> drawn =
        drawing.steps().stream().filter(step -> reachable.get(step.index())).toList();
    this.answers =
        drawn.stream()
            .filter(step -> step.works() && step.wiring() instanceof Wiring.Respond)
            .toList();
    this.sinks =
        drawn.stream()
            .filter(step -> drawing.outOf(step.index()).isEmpty() && !step.fails())
            .toList();
    this.alone = sinks.size() == 1;
  }

  @Override
  public Set<String> variables() {
    Set<String> variables = new LinkedHashSet<>();
    for (List<Step> steps : List.of(answers, sinks)) {
      for (Step step : steps) {
        variables.add(Names.output(step));
        if (!isCertain(step) && !(steps == sinks && alone)) {
          variables.add(Names.port(step));
        }
      }
    }
    return variables;
  }

  /** A race that a run comes to may still be dead at its end. */
  private boolean isCertain(Step step) {
    boolean mayDie = step.racing() instanceof Racing.Whole race && race.mayDie();
    return !mayDie && dag.of(step) >= 0 && certain.get(dag.of(step));
  }

  @Override
  public Value value(Function<Step, Ran> known) {
    Function<Step, Ran> ran = step -> ran(step, known);
    for (Step answer : answers) {
      if (ran.apply(answer) == Ran.YES) {
        return response(answer);
      }
    }
    List<Step> perhaps = answers.stream().filter(step -> ran.apply(step) == Ran.PERHAPS).toList();
    Value otherwise = ofSinks(ran);
    return perhaps.isEmpty() ? otherwise : asked(perhaps, otherwise);
  }

  private Ran ran(Step step, Function<Step, Ran> known) {
    if (isCertain(step)) {
      return Ran.YES;
    }
    return isStart(step) ? Ran.PERHAPS : known.apply(step);
  }

  /** Whether it is one of several ways to start, which no variable tells of. */
  private static boolean isStart(Step step) {
    return step.isTrigger() && step.works();
  }

  private static Value response(Step answer) {
    return new Value.Fields(Map.of("respond", Names.read(Names.output(answer))));
  }

  private static Value asked(List<Step> perhaps, Value otherwise) {
    CodeText code = new CodeText();
    for (Step answer : perhaps) {
      code.read(Names.port(answer)).text(" != null ? ");
      code.code(ValueCode.of(response(answer))).text(" : ");
    }
    return code.code(ValueCode.of(otherwise)).done();
  }

  private Value ofSinks(Function<Step, Ran> ran) {
    if (alone) {
      return Names.read(Names.output(sinks.getFirst()));
    }
    List<Step> candidates =
        sinks.stream()
            .filter(step -> !answers.contains(step) && ran.apply(step) != Ran.NO)
            .toList();
    Map<String, Value> fields = new LinkedHashMap<>();
    candidates.forEach(step -> fields.put(step.id(), Names.read(Names.output(step))));
    boolean all = candidates.stream().allMatch(step -> ran.apply(step) == Ran.YES);
    return all ? new Value.Fields(fields) : merged(candidates, ran);
  }

  private static Value merged(List<Step> candidates, Function<Step, Ran> ran) {
    CodeText code = new CodeText().text("$merge([");
    String comma = "";
    for (Step step : candidates) {
      code.text(comma);
      comma = ", ";
      boolean sure = ran.apply(step) == Ran.YES;
      if (!sure) {
        code.code(hasRun(step)).text(" ? ");
      }
      code.text("{").quoted(step.id()).text(": ").read(Names.output(step));
      code.text(sure ? "}" : "} : {}");
    }
    return code.text("])").done();
  }

  private static Value.Code hasRun(Step step) {
    return isStart(step)
        ? Guards.fired(step)
        : new CodeText().read(Names.port(step)).text(" != null").done();
  }
}
