package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Frame;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Planned;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Resources;
import java.util.List;

/** Prepares the lowering of a drawing and of the bodies in it. */
final class Levels {
  private final Planned planned;
  private final Inputs inputs;
  private final Resources resources;

  private Levels(Planned planned, Inputs inputs, Resources resources) {
    this.planned = planned;
    this.inputs = inputs;
    this.resources = resources;
  }

  /** The lowering of a drawing whose first steps are given this. */
  static Lowering lowering(Planned planned, Value first, Resources resources) {
    Guards guards = new Guards(planned.dag());
    Failures failures = new Failures(planned.dag());
    Inputs inputs = new Inputs(planned.dag(), planned.relations(), guards, failures, first);
    NodeStates nodes =
        new NodeStates(
            new Tasks(resources, inputs),
            new PureStates(inputs),
            failures,
            planned.dag(),
            new Levels(planned, inputs, resources));
    return new Lowering(planned.dag(), planned.relations(), guards, nodes);
  }

  /** The body of a container. */
  Body body(Step container) {
    Planned inside = planned.inside(container).getFirst();
    return new Body(container, inside, lowering(inside, first(container), resources));
  }

  /** The branches of a race, each given what came to the fork. */
  List<Body> branches(Step race) {
    Value given = inputs.of(race);
    return planned.inside(race).stream()
        .map(branch -> new Body(race, branch, lowering(branch, given, resources)))
        .toList();
  }

  /** A for-each hands the item in, a loop what came into it and then what it last gave. */
  private Value first(Step container) {
    Frame frame = container.frame();
    if (!frame.loops()) {
      return Names.read(frame.item());
    }
    return new CodeText()
        .read(frame.loop())
        .text(".index = 0 ? ")
        .code(ValueCode.of(inputs.of(container)))
        .text(" : ")
        .read(frame.loop())
        .text(".last")
        .done();
  }
}
