package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.run.EngineTime;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.WorkerPool;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.tasks.ServiceTaskCaller;
import dev.heddle.localstack.aws.stepfunctions.tasks.StartExecutionTask;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The engine's parts, put together over a store, a time and workers. */
public final class EngineAssembly {
  private final ExecutionStore store;
  private final EngineTime time;
  private final AccountArns arns;
  private final MachineCatalog catalog;
  private final ExecutionEngine executionEngine;
  private final TaskCaller caller;
  private final RandomGenerator random;
  private final ExecutionStarter starter;

  /** What an engine is built from. */
  public record Parts(
      ExecutionStore store,
      EngineTime time,
      WorkerPool workers,
      Executor effects,
      RandomGenerator random,
      AccountArns arns,
      ExecutionEngine.Limits bounds,
      ExecutionStarter.Limits limits) {}

  public EngineAssembly(Parts parts, EnginePorts ports) {
    // By a supplier: tasks start executions, and what starts executions is built from the tasks'
    // caller.
    this(parts, self -> new ServiceTaskCaller(ports, new StartExecutionTask(self::starter)));
  }

  public EngineAssembly(Parts parts, Function<EngineAssembly, TaskCaller> caller) {
    store = parts.store();
    time = parts.time();
    arns = parts.arns();
    catalog = new MachineCatalog(store.documents(), parts.random());
    var environment =
        new ExecutionEngine.Environment(
            store,
            time,
            parts.workers(),
            parts.effects(),
            parts.random(),
            this::machine,
            parts.bounds());
    this.caller = caller.apply(this);
    random = parts.random();
    executionEngine = new ExecutionEngine(environment, this.caller);
    starter = new ExecutionStarter(catalog, store, executionEngine, time, arns, parts.limits());
  }

  /** The machine an execution runs: its definition's, or what is inside one of its Maps. */
  private MachineDefinition machine(Execution execution) {
    MachineDefinition whole = catalog.parsed(execution.definition());
    Execution.Item item = execution.item();
    return item == null ? whole : whole.mapProcessor(item.map());
  }

  /** Where everything is kept. */
  public ExecutionStore store() {
    return store;
  }

  /** The engine's time. */
  public EngineTime time() {
    return time;
  }

  /** The ARNs of its account. */
  public AccountArns arns() {
    return arns;
  }

  /** Its machines. */
  public MachineCatalog catalog() {
    return catalog;
  }

  /** Its executions. */
  public ExecutionEngine executions() {
    return executionEngine;
  }

  /** Starts executions. */
  public ExecutionStarter starter() {
    return starter;
  }

  /** What calls the tasks. */
  public TaskCaller caller() {
    return caller;
  }

  /** Its chance. */
  public RandomGenerator random() {
    return random;
  }
}
