package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.definition.Machine;
import dev.heddle.localstack.aws.stepfunctions.machines.Arns;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.Starts;
import dev.heddle.localstack.aws.stepfunctions.port.Ports;
import dev.heddle.localstack.aws.stepfunctions.run.Executions;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.Time;
import dev.heddle.localstack.aws.stepfunctions.run.Workers;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.Store;
import dev.heddle.localstack.aws.stepfunctions.tasks.ServiceCalls;
import dev.heddle.localstack.aws.stepfunctions.tasks.StartExecutionTask;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The engine's parts, put together over a store, a time and workers. */
public final class Assembly {
  private final Store store;
  private final Time time;
  private final Arns arns;
  private final Catalog catalog;
  private final Executions executions;
  private final TaskCaller caller;
  private final RandomGenerator random;
  private final Starts starts;

  /** What an engine is built from. */
  public record Parts(
      Store store,
      Time time,
      Workers workers,
      Executor effects,
      RandomGenerator random,
      Arns arns,
      Executions.Bounds bounds,
      Starts.Most most) {}

  public Assembly(Parts parts, Ports ports) {
    this(parts, self -> new ServiceCalls(ports, new StartExecutionTask(self::starts)));
  }

  public Assembly(Parts parts, Function<Assembly, TaskCaller> caller) {
    store = parts.store();
    time = parts.time();
    arns = parts.arns();
    catalog = new Catalog(store.documents(), parts.random());
    var ground =
        new Executions.Ground(
            store,
            time,
            parts.workers(),
            parts.effects(),
            parts.random(),
            this::machine,
            parts.bounds());
    this.caller = caller.apply(this);
    random = parts.random();
    executions = new Executions(ground, this.caller);
    starts = new Starts(catalog, store, executions, time, arns, parts.most());
  }

  /** The machine an execution runs: its definition's, or what is inside one of its Maps. */
  private Machine machine(Execution execution) {
    Machine whole = catalog.parsed(execution.definition());
    Execution.Item item = execution.item();
    return item == null ? whole : whole.inside(item.map());
  }

  /** Where everything is kept. */
  public Store store() {
    return store;
  }

  /** The engine's time. */
  public Time time() {
    return time;
  }

  /** The ARNs of its account. */
  public Arns arns() {
    return arns;
  }

  /** Its machines. */
  public Catalog catalog() {
    return catalog;
  }

  /** Its executions. */
  public Executions executions() {
    return executions;
  }

  /** Starts executions. */
  public Starts starts() {
    return starts;
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
