package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.api.EngineAssembly;
import dev.heddle.localstack.aws.stepfunctions.api.StepFunctionsProtocol;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionProblem;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.run.CallerWorkers;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskOutcome;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.MemoryStore;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import dev.heddle.localstack.aws.stepfunctions.tasks.ServiceTaskCaller;
import dev.heddle.localstack.aws.stepfunctions.tasks.StartExecutionTask;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine without files and threads: runs go on the caller's thread, in virtual time, and are
 * forgotten when they are over. Calls must have returned when they are begun, or return through the
 * virtual time; one that has not is taken to hang. Not safe for use by several threads.
 */
public final class InMemoryEngine {
  private static final String ROLE = "arn:aws:iam::000000000000:role/engine";
  private static final int HISTORY = 1_000_000;

  private final MemoryStore store = new MemoryStore();
  private final CallerWorkers workers = new CallerWorkers();
  private final VirtualTime time;
  private final EngineAssembly engine;
  private final StepFunctionsProtocol protocol;
  private final ExecutionLog log;
  private final AccountArns arns;

  private InMemoryEngine(
      Function<EngineAssembly, TaskCaller> caller,
      ExecutionLog log,
      VirtualTime time,
      AccountArns arns,
      long seed) {
    this.time = time;
    this.arns = arns;
    this.log = log;
    var parts =
        new EngineAssembly.Parts(
            store,
            time,
            workers,
            Runnable::run,
            new SplittableRandom(seed),
            arns,
            new ExecutionEngine.Limits(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE),
            new ExecutionStarter.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE));
    engine = new EngineAssembly(parts, caller);
    protocol = new StepFunctionsProtocol(engine);
  }

  /** An engine whose time begins at the epoch. */
  public static InMemoryEngine with(EnginePorts ports) {
    return with(ports, new VirtualTime(Instant.EPOCH), AccountArns.LOCAL, 0);
  }

  /** An engine in a time that its ports may use too. */
  public static InMemoryEngine with(
      EnginePorts ports, VirtualTime time, AccountArns arns, long seed) {
    return new InMemoryEngine(
        engine -> new ServiceTaskCaller(ports, new StartExecutionTask(engine::starter)),
        ports.log(),
        time,
        arns,
        seed);
  }

  /** An engine whose tasks are answered by one caller, whatever their resource. */
  public static InMemoryEngine answeredBy(TaskCaller caller, VirtualTime time, AccountArns arns) {
    return new InMemoryEngine(engine -> caller, events -> {}, time, arns, 0);
  }

  /** Ends a task by its token; nothing happens when it is over. */
  public void returnToken(String token, TaskOutcome outcome) {
    engine.executions().token(token, outcome);
  }

  /**
   * How a run went.
   *
   * @param status RUNNING if it waits for something that cannot come, such as a token
   * @param output JSON text when it succeeded
   */
  public record Result(
      ExecutionStatus status,
      @Nullable String output,
      @Nullable String error,
      @Nullable String cause,
      List<HistoryEvent> history) {}

  /** Runs a Standard machine to its end; throws when the definition has problems. */
  public Result run(String definition, String input) {
    return run(definition, input, false);
  }

  /** Runs a Standard or Express machine to its end; throws when the definition has problems. */
  public Result run(String definition, String input, boolean express) {
    StateMachine machine = create("run", definition, express);
    Result result = run(machine, null, input);
    engine.catalog().remove(machine);
    store.forget(Long.MAX_VALUE, false, Integer.MAX_VALUE);
    store.forget(Long.MAX_VALUE, true, Integer.MAX_VALUE);
    return result;
  }

  /** Makes a machine known, for runs that start it by ARN, or runs of its own. */
  public StateMachine create(String name, String definition, boolean express) {
    List<DefinitionProblem> problems = DefinitionParser.parse(definition, express).problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The definition is refused: " + problems.stream().map(DefinitionProblem::text).toList());
    }
    long now = time.now().toEpochMilli();
    String arn = arns.machine(name);
    String hash = MachineCatalog.hash(definition);
    StateMachine machine = StateMachine.created(arn, name, express, hash, ROLE, now);
    engine.catalog().put(machine, definition, null);
    return machine;
  }

  /** Runs a machine to its end and keeps the execution; a null name gets one made up. */
  public Result run(StateMachine machine, @Nullable String name, String input) {
    var order = ExecutionStarter.StartRequest.of(machine.arn(), name, input);
    Execution execution = engine.starter().start(order).join();
    StoredExecution end = store.find(execution.arn()).orElseThrow();
    while (!end.progress().status().ended() && step()) {
      end = store.find(execution.arn()).orElseThrow();
    }
    OutboxRelay.drain(store, log);
    List<HistoryEvent> history = store.history(execution.id(), 1, HISTORY, false);
    var progress = end.progress();
    return new Result(
        progress.status(), progress.output(), progress.error(), progress.cause(), history);
  }

  /** Answers a protocol request, but does not go on with runs: {@link #settle} does. */
  public AwsResponse answer(AwsRequest request) {
    return protocol.answer(request);
  }

  /** Goes on until nothing can happen any more, turning the time forward where it must. */
  public void settle() {
    while (step()) {
      OutboxRelay.drain(store, log);
    }
  }

  private boolean step() {
    return workers.drain() || time.advance();
  }
}
