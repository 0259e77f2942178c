package dev.heddle.localstack.aws.stepfunctions.machines;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.run.EngineTime;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Starts executions: once by name, and no more than the engine can carry. */
public final class ExecutionStarter {
  // As the service's; an Express execution keeps no state to go on from, so it must not run for
  // days.
  private static final long EXPRESS_MILLIS = 300_000;

  private final MachineCatalog catalog;
  private final ExecutionStore store;
  private final ExecutionEngine executionEngine;
  private final EngineTime time;
  private final AccountArns arns;
  private final Limits limits;
  // Characters, not executions: the queue of first turns holds the inputs, up to 256 KB each.
  private final AtomicLong starting = new AtomicLong();

  /**
   * What the engine carries before it refuses starts.
   *
   * @param running how many executions may be open
   * @param backlog how many turns may wait to be taken
   * @param starting how many characters of input may wait for their first turn
   */
  public record Limits(int running, int backlog, long starting) {
    /** What a machine with a small heap can carry. */
    public static final Limits DEFAULT = new Limits(1_000_000, 20_000, 32_000_000);
  }

  /** Starts into the given executions. */
  public ExecutionStarter(
      MachineCatalog catalog,
      ExecutionStore store,
      ExecutionEngine executionEngine,
      EngineTime time,
      AccountArns arns,
      Limits limits) {
    this.catalog = catalog;
    this.store = store;
    this.executionEngine = executionEngine;
    this.time = time;
    this.arns = arns;
    this.limits = limits;
  }

  /**
   * What to start.
   *
   * @param arn a machine's, a version's or an alias's
   * @param name null for one made here
   * @param input JSON text
   * @param repeatable whether a second order of this name finds the execution, however it ended
   */
  public record StartRequest(
      String arn,
      @Nullable String name,
      String input,
      @Nullable String trace,
      Execution.@Nullable Parent parent,
      boolean repeatable) {

    /** A start that no other execution waits for. */
    public static StartRequest of(String arn, @Nullable String name, String input) {
      return new StartRequest(arn, name, input, null, null, false);
    }

    /** The same in a trace. */
    public StartRequest traced(@Nullable String header) {
      return new StartRequest(arn, name, input, header, parent, repeatable);
    }

    /** The same by a task, whose next attempt finds the execution if {@code repeatable}. */
    public StartRequest byTask(Execution.@Nullable Parent task, boolean repeatable) {
      return new StartRequest(arn, name, input, trace, task, repeatable);
    }
  }

  /** Starts an execution, durably once it completes; throws the service's refusals. */
  public CompletableFuture<Execution> start(StartRequest order) {
    ExecutionTarget target = catalog.target(order.arn());
    Execution execution = execution(order, target);
    return begin(execution, target)
        .thenApply(
            known ->
                known
                    .map(storedExecution -> same(storedExecution, execution, order))
                    .orElse(execution));
  }

  /** Starts an Express execution and gives its end. */
  public CompletableFuture<StoredExecution> startSync(StartRequest order) {
    ExecutionTarget target = catalog.target(order.arn());
    if (!target.machine().express()) {
      throw new AwsFault(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    Execution execution = execution(order, target);
    // Before it begins: an execution that ends at once would otherwise end before anyone waits for
    // it.
    CompletableFuture<StoredExecution> end = executionEngine.end(execution.id());
    begin(execution, target)
        .exceptionally(
            failed -> {
              end.completeExceptionally(failed);
              return Optional.empty();
            });
    return end;
  }

  private CompletableFuture<Optional<StoredExecution>> begin(
      Execution execution, ExecutionTarget target) {
    int size = execution.input().length();
    starting.addAndGet(size);
    return executionEngine
        .start(execution, machine(target))
        .whenComplete((known, failed) -> starting.addAndGet(-size));
  }

  private MachineDefinition machine(ExecutionTarget target) {
    return catalog.parsed(target.definition());
  }

  private Execution execution(StartRequest order, ExecutionTarget target) {
    // Looked at without a lock: a burst may pass by as many as there are callers, which the limits
    // allow for. Before anything is parsed, because refusing must stay cheap when there is too
    // much.
    refuseTooMany();
    StateMachine m = target.machine();
    long now = time.now().toEpochMilli();
    String name =
        order.name() == null ? NamingRules.unique(now) : NamingRules.checked(order.name());
    Long timeout = machine(target).timeoutSeconds();
    Long limit = timeout == null ? null : Long.valueOf(timeout * 1000);
    if (m.express()) {
      limit = limit == null ? EXPRESS_MILLIS : Math.min(limit, EXPRESS_MILLIS);
    }
    return new Execution(
        store.nextExecution(),
        m.express()
            ? arns.express(m.name(), name, NamingRules.unique(now))
            : arns.execution(m.name(), name),
        m.arn(),
        target.versionArn(),
        target.aliasArn(),
        name,
        target.roleArn(),
        m.owner(),
        m.express(),
        target.definition(),
        input(order.input()),
        order.trace(),
        now,
        limit == null ? null : now + limit,
        order.parent(),
        null);
  }

  private void refuseTooMany() {
    if (executionEngine.running() >= limits.running()) {
      throw new AwsFault(
          "ExecutionLimitExceeded",
          "The maximum number of running executions, " + limits.running() + ", has been reached");
    }
    if (executionEngine.backlog() >= limits.backlog() || starting.get() >= limits.starting()) {
      throw new AwsFault("ThrottlingException", "Rate exceeded");
    }
  }

  private static String input(String text) {
    try {
      Payload input = Payload.parse(text);
      if (input.tooLarge()) {
        throw new AwsFault("InvalidExecutionInput", "Invalid Execution Input: too large");
      }
      return input.text();
    } catch (JacksonException e) {
      throw new AwsFault(
          "InvalidExecutionInput",
          "Invalid State Machine Execution Input: '" + e.getOriginalMessage() + "'");
    }
  }

  /** The same order finds its execution while that runs; anything else is a clash of names. */
  private static Execution same(StoredExecution known, Execution wanted, StartRequest order) {
    boolean same =
        order.repeatable()
            || order.parent() != null && order.parent().equals(known.execution().parent())
            || known.progress().status() == ExecutionStatus.RUNNING
                && Json.parse(known.execution().input()).equals(Json.parse(wanted.input()));
    if (!same) {
      throw new AwsFault(
          "ExecutionAlreadyExists", "Execution Already Exists: '" + known.execution().arn() + "'");
    }
    return known.execution();
  }
}
