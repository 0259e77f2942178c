package dev.heddle.statemachines.asl;

import dev.heddle.statemachines.asl.Exit.When;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.expression.CodeText;
import dev.heddle.statemachines.expression.Value;
import dev.heddle.statemachines.vocabulary.Ports;
import dev.heddle.statemachines.vocabulary.Wiring;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the states of one node. */
final class NodeStates {
  private final Calls calls;
  private final PureStates pure;
  private final Failures failures;

  NodeStates(Calls calls, PureStates pure, Failures failures) {
    this.calls = calls;
    this.pure = pure;
    this.failures = failures;
  }

  /** The state by which a step is entered; {@code next} says where a port leads. */
  @Nullable State make(Step step, Scope scope, Function<String, @Nullable State> next) {
    if (!step.works()) {
      return scope.add(pure.idle(step, next.apply(step.onlyPort())));
    }
    return switch (step.wiring()) {
      case Wiring.Trigger _ -> next.apply(Ports.MAIN);
      case Wiring.Call _ -> call(step, scope, next);
      case Wiring.If _, Wiring.Switch _, Wiring.SetFields _, Wiring.Merge _ ->
          pure(step, scope, next);
      case Wiring.Wait _, Wiring.Respond _, Wiring.Stop _ -> pure(step, scope, next);
    };
  }

  private State call(Step step, Scope scope, Function<String, @Nullable State> next) {
    boolean several = step.ports().size() > 1;
    State byPort = several ? byPort(step, step.ports(), scope, next) : null;
    Exit exit = Exit.next(several ? byPort : next.apply(step.onlyPort()));
    exit.assign(Names.output(step), result("output"));
    if (several) {
      exit.show(Names.port(step), result("port"));
    } else {
      exit.assign(Names.port(step), PureStates.text(step.onlyPort()));
    }
    State task = calls.task(step).standsFor(step, true).exit(exit);
    return scope.add(failures.addTo(task, step, next));
  }

  private static Value result(String field) {
    return new CodeText().text("$states.result.Payload." + field).done();
  }

  /** Goes on by the port that the variable names; null if all ways end the scope. */
  private @Nullable State byPort(
      Step step, List<String> ports, Scope scope, Function<String, @Nullable State> next) {
    List<@Nullable State> targets = ports.stream().<@Nullable State>map(next).toList();
    if (targets.stream().allMatch(target -> target == targets.getFirst())) {
      return targets.getFirst();
    }
    State choice = new State("Choice", step.node().name() + ": which way?").standsFor(step, false);
    for (int i = 0; i < ports.size() - 1; i++) {
      Value left = new CodeText().read(Names.port(step)).text(" = ").quoted(ports.get(i)).done();
      choice.exit(new Exit(new When.Rule(left), targets.get(i)));
    }
    return scope.add(choice.exit(new Exit(new When.Default(), targets.getLast())));
  }

  private State pure(Step step, Scope scope, Function<String, @Nullable State> next) {
    if (!failures.caught(step)) {
      return scope.add(pure.working(step, scope, next));
    }
    Scope inner = new Scope(scope);
    inner.enter(inner.add(pure.working(step, inner, _ -> null)));
    boolean several = step.ports().size() > 1;
    State after = several ? byPort(step, step.ports(), scope, next) : next.apply(step.onlyPort());
    State guarded = new State("Parallel", step.node().name() + ", or its failure");
    guarded.standsFor(step, false).branch(inner).exit(Exit.next(after));
    return scope.add(failures.addTo(guarded, step, next));
  }
}
