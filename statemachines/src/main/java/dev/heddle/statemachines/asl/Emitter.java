package dev.heddle.statemachines.asl;

import dev.heddle.statemachines.plan.Dag;
import dev.heddle.statemachines.plan.Plan;
import dev.heddle.statemachines.plan.Relations;
import dev.heddle.statemachines.vocabulary.NodeType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Emits the machine of a plan. */
public final class Emitter {
  private final Dag dag;
  private final Relations relations;
  private final Function<NodeType, String> functions;

  /** An emitter for a graph, whose node types' functions have these names. */
  public Emitter(Dag dag, Relations relations, Function<NodeType, String> functions) {
    this.dag = dag;
    this.relations = relations;
    this.functions = functions;
  }

  /** The machine; a run is ended after {@code timeoutSeconds} if there is such a bound. */
  public Emitted emit(Plan plan, String comment, @Nullable Integer timeoutSeconds) {
    Guards guards = new Guards(dag);
    Failures failures = new Failures(dag);
    PureStates pure = new PureStates(new Inputs(dag, relations, guards, failures));
    NodeStates nodes = new NodeStates(new Calls(functions), pure, failures);
    Scope machine = new Lowering(dag, relations, guards, nodes).machine(plan);
    RunOutput output = new RunOutput(dag, relations);
    return new MachineWriter(dag.drawing(), machine, output).write(comment, timeoutSeconds);
  }
}
