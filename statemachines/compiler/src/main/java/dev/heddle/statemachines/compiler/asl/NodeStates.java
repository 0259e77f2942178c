package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.When;
import dev.heddle.statemachines.compiler.drawing.Racing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the states of one node. */
final class NodeStates {
  private final Tasks tasks;
  private final PureStates pure;
  private final Failures failures;
  private final Dag dag;
  private final Levels levels;

  NodeStates(Tasks tasks, PureStates pure, Failures failures, Dag dag, Levels levels) {
    this.tasks = tasks;
    this.pure = pure;
    this.failures = failures;
    this.dag = dag;
    this.levels = levels;
  }

  /** The state by which a step is entered; {@code next} says where a port leads. */
  @Nullable State make(Step step, Scope scope, Function<String, @Nullable State> next) {
    if (step.isRecorded()) {
      return next.apply(step.onlyPort());
    }
    if (!step.works()) {
      return scope.add(pure.idle(step, next.apply(step.onlyPort())));
    }
    return switch (step.wiring()) {
      case Wiring.Trigger _ -> next.apply(Ports.MAIN);
      case Wiring.Call _ -> task(tasks.call(step), step, scope, next);
      case Wiring.Await _ -> awaiting(step, scope, next);
      case Wiring.RunWorkflow _ -> task(tasks.workflow(step), step, scope, next);
      case Wiring.Agent _ -> task(tasks.agent(step), step, scope, next);
      case Wiring.ForEach _ -> forEach(step, scope, next);
      case Wiring.Loop _ -> guarded(step, scope, next, loop(step));
      case Wiring.Merge _ when step.racing() instanceof Racing.Finish ->
          scope.add(pure.finish(step, next));
      case Wiring.Merge _ when step.racing() instanceof Racing.Whole ->
          guarded(step, scope, next, race(step));
      case Wiring.If _, Wiring.Switch _, Wiring.SetFields _, Wiring.Merge _ ->
          guarded(step, scope, next, pure(step));
      case Wiring.Wait _, Wiring.Respond _, Wiring.Stop _ -> guarded(step, scope, next, pure(step));
    };
  }

  private State task(State task, Step step, Scope scope, Function<String, @Nullable State> next) {
    List<String> ways = dag.ways(step);
    boolean several = ways.size() > 1;
    State after = several ? byPort(step, ways, scope, next) : next.apply(step.onlyPort());
    Exit exit = Exit.next(after);
    if (step.wiring() instanceof Wiring.Call) {
      exit.assign(Names.output(step), Tasks.output(step));
    } else {
      exit.show(Names.output(step), Tasks.output(step));
    }
    if (several) {
      exit.show(Names.port(step), Tasks.port(step));
    } else {
      exit.assign(Names.port(step), PureStates.text(step.onlyPort()));
    }
    return scope.add(failures.addTo(task.exit(exit), step, next));
  }

  /** What wasn't answered in time goes on by a port of its own, if that leads somewhere. */
  private State awaiting(Step step, Scope scope, Function<String, @Nullable State> next) {
    State task = tasks.awaiting(step);
    if (dag.ports(step).contains(Ports.TIMEOUT)) {
      task.exit(
          new Exit(new When.Caught(List.of("States.Timeout")), next.apply(Ports.TIMEOUT))
              .show(Names.output(step), Tasks.timedOut())
              .show(Names.port(step), PureStates.text(Ports.TIMEOUT)));
    }
    return task(task, step, scope, next);
  }

  private State forEach(Step step, Scope scope, Function<String, @Nullable State> next) {
    if (ForEach.counts(step)) {
      return guarded(
          step,
          scope,
          next,
          (inner, way) -> new ForEach(step, levels.body(step), failures, inner).counted(way));
    }
    return new ForEach(step, levels.body(step), failures, scope).make(next);
  }

  /** Makes the states of a node in a scope. */
  private interface Making {
    State make(Scope scope, Function<String, @Nullable State> next);
  }

  private Making pure(Step step) {
    return (scope, next) -> scope.add(pure.working(step, scope, next));
  }

  private Making race(Step step) {
    return (scope, next) -> new Race(step, levels.branches(step), scope).make(next);
  }

  private Making loop(Step step) {
    return (scope, next) -> new Loop(step, levels.body(step), dag, scope).make(next);
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

  /** States that can't catch are put into a Parallel of one branch, which can. */
  private State guarded(
      Step step, Scope scope, Function<String, @Nullable State> next, Making states) {
    if (!failures.caught(step)) {
      return states.make(scope, next);
    }
    Scope inner = Scope.branch(scope);
    inner.enter(states.make(inner, _ -> null));
    List<String> ways = dag.ways(step);
    State after = ways.size() > 1 ? byPort(step, ways, scope, next) : next.apply(step.onlyPort());
    State guarded = new State("Parallel", step.node().name() + ", or its failure");
    guarded.standsFor(step, false).branch(inner).exit(Exit.next(after));
    return scope.add(failures.addTo(guarded, step, next));
  }
}
