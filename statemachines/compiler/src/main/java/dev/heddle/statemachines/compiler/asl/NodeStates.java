package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.RaceRole;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the states of one node. */
final class NodeStates {
  private final TaskStates tasks;
  private final PureStates pure;
  private final ErrorCatchers failures;
  private final FlowGraph dag;
  private final LoweringFactory loweringFactory;

  NodeStates(
      TaskStates tasks,
      PureStates pure,
      ErrorCatchers failures,
      FlowGraph dag,
      LoweringFactory loweringFactory) {
    this.tasks = tasks;
    this.pure = pure;
    this.failures = failures;
    this.dag = dag;
    this.loweringFactory = loweringFactory;
  }

  /** The state by which a step is entered; {@code next} says where a port leads. */
  @Nullable AslState make(
      DrawingStep step, LexicalScope scope, Function<String, @Nullable AslState> next) {
    if (step.isRecorded()) {
      return next.apply(step.onlyPort());
    }
    if (!step.works()) {
      return scope.add(pure.idle(step, next.apply(step.onlyPort())));
    }
    return switch (step.wiring()) {
      case NodeWiring.Trigger _ -> next.apply(NodePorts.MAIN);
      case NodeWiring.Call _ -> task(tasks.call(step), step, scope, next);
      case NodeWiring.Await _ -> awaiting(step, scope, next);
      case NodeWiring.RunWorkflow _ -> task(tasks.workflow(step), step, scope, next);
      case NodeWiring.Agent _ -> task(tasks.agent(step), step, scope, next);
      case NodeWiring.ForEach _ -> forEach(step, scope, next);
      case NodeWiring.Loop _ -> guarded(step, scope, next, loop(step));
      case NodeWiring.Merge _ when step.raceRole() instanceof RaceRole.Finish ->
          scope.add(pure.finish(step, next));
      case NodeWiring.Merge _ when step.raceRole() instanceof RaceRole.Whole ->
          guarded(step, scope, next, race(step));
      case NodeWiring.If _, NodeWiring.Switch _, NodeWiring.SetFields _, NodeWiring.Merge _ ->
          guarded(step, scope, next, pure(step));
      case NodeWiring.Wait _, NodeWiring.Respond _, NodeWiring.Stop _ ->
          guarded(step, scope, next, pure(step));
    };
  }

  private AslState task(
      AslState task,
      DrawingStep step,
      LexicalScope scope,
      Function<String, @Nullable AslState> next) {
    List<String> ports = dag.successPorts(step);
    boolean several = ports.size() > 1;
    AslState after = several ? byPort(step, ports, scope, next) : next.apply(step.onlyPort());
    StateTransition exit = StateTransition.next(after);
    if (step.wiring() instanceof NodeWiring.Call) {
      exit.assign(VariableNames.output(step), TaskStates.output(step));
    } else {
      exit.assignAlways(VariableNames.output(step), TaskStates.output(step));
    }
    if (several) {
      exit.assignAlways(VariableNames.port(step), TaskStates.port(step));
    } else {
      exit.assign(VariableNames.port(step), PureStates.text(step.onlyPort()));
    }
    return scope.add(failures.addTo(task.exit(exit), step, next));
  }

  /** What wasn't answered in time goes on by a port of its own, if that leads somewhere. */
  private AslState awaiting(
      DrawingStep step, LexicalScope scope, Function<String, @Nullable AslState> next) {
    AslState task = tasks.awaiting(step);
    if (dag.ports(step).contains(NodePorts.TIMEOUT)) {
      task.exit(
          new StateTransition(
                  new When.Catch(List.of("States.Timeout")), next.apply(NodePorts.TIMEOUT))
              .assignAlways(VariableNames.output(step), TaskStates.timedOut())
              .assignAlways(VariableNames.port(step), PureStates.text(NodePorts.TIMEOUT)));
    }
    return task(task, step, scope, next);
  }

  private AslState forEach(
      DrawingStep step, LexicalScope scope, Function<String, @Nullable AslState> next) {
    if (ForEachLowering.counts(step)) {
      return guarded(
          step,
          scope,
          next,
          (inner, way) ->
              new ForEachLowering(step, loweringFactory.body(step), failures, inner).counted(way));
    }
    return new ForEachLowering(step, loweringFactory.body(step), failures, scope).make(next);
  }

  /** Makes the states of a node in a scope. */
  private interface StateFactory {
    AslState make(LexicalScope scope, Function<String, @Nullable AslState> next);
  }

  private StateFactory pure(DrawingStep step) {
    return (scope, next) -> scope.add(pure.working(step, scope, next));
  }

  private StateFactory race(DrawingStep step) {
    return (scope, next) ->
        new RaceLowering(step, loweringFactory.branches(step), scope).make(next);
  }

  private StateFactory loop(DrawingStep step) {
    return (scope, next) ->
        new LoopLowering(step, loweringFactory.body(step), dag, scope).make(next);
  }

  /** Goes on by the port that the variable names; null if all ways end the scope. */
  private @Nullable AslState byPort(
      DrawingStep step,
      List<String> ports,
      LexicalScope scope,
      Function<String, @Nullable AslState> next) {
    List<@Nullable AslState> targets = ports.stream().<@Nullable AslState>map(next).toList();
    if (targets.stream().allMatch(target -> target == targets.getFirst())) {
      return targets.getFirst();
    }
    AslState choice =
        new AslState("Choice", step.node().name() + ": which way?").standsFor(step, false);
    for (int i = 0; i < ports.size() - 1; i++) {
      DynamicValue left =
          new JsonataBuilder()
              .read(VariableNames.port(step))
              .text(" = ")
              .quoted(ports.get(i))
              .build();
      choice.exit(new StateTransition(new When.Rule(left), targets.get(i)));
    }
    return scope.add(choice.exit(new StateTransition(new When.Default(), targets.getLast())));
  }

  /** States that can't catch are put into a Parallel of one branch, which can. */
  private AslState guarded(
      DrawingStep step,
      LexicalScope scope,
      Function<String, @Nullable AslState> next,
      StateFactory states) {
    if (!failures.caught(step)) {
      return states.make(scope, next);
    }
    LexicalScope inner = LexicalScope.branch(scope);
    inner.enter(states.make(inner, _ -> null));
    List<String> ports = dag.successPorts(step);
    AslState after =
        ports.size() > 1 ? byPort(step, ports, scope, next) : next.apply(step.onlyPort());
    AslState guarded = new AslState("Parallel", step.node().name() + ", or its failure");
    guarded.standsFor(step, false).branch(inner).exit(StateTransition.next(after));
    return scope.add(failures.addTo(guarded, step, next));
  }
}
