package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.api.Assembly;
import dev.heddle.localstack.aws.stepfunctions.api.Protocol;
import dev.heddle.localstack.aws.stepfunctions.definition.Definitions;
import dev.heddle.localstack.aws.stepfunctions.definition.Problem;
import dev.heddle.localstack.aws.stepfunctions.machines.Arns;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.Starts;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.port.Ports;
import dev.heddle.localstack.aws.stepfunctions.run.CallerWorkers;
import dev.heddle.localstack.aws.stepfunctions.run.Executions;
import dev.heddle.localstack.aws.stepfunctions.run.Outcome;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import dev.heddle.localstack.aws.stepfunctions.store.Event;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.MemoryStore;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import dev.heddle.localstack.aws.stepfunctions.tasks.ServiceCalls;
import dev.heddle.localstack.aws.stepfunctions.tasks.StartExecutionTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine without files and threads: runs go on the caller's thread, in virtual time, and are
 * forgotten when they are over. Calls must have returned when they are begun, or return through the
 * virtual time; one that has not is taken to hang. Not safe for use by several threads.
 */
public final class Engine {
  private static final String ROLE = "arn:aws:iam::000000000000:role/engine";
  private static final int HISTORY = 1_000_000;

  private final MemoryStore store = new MemoryStore();
  private final CallerWorkers workers = new CallerWorkers();
  private final VirtualTime time;
  private final Assembly engine;
  private final Protocol protocol;
  private final ExecutionLog log;
  private final Arns arns;

  private Engine(
      Function<Assembly, TaskCaller> caller,
      ExecutionLog log,
      VirtualTime time,
      Arns arns,
      long seed) {
    this.time = time;
    this.arns = arns;
    this.log = log;
    var parts =
        new Assembly.Parts(
            store,
            time,
            workers,
            Runnable::run,
            new SplittableRandom(seed),
            arns,
            new Executions.Bounds(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE),
            new Starts.Most(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE));
    engine = new Assembly(parts, caller);
    protocol = new Protocol(engine);
  }

  /** An engine whose time begins at the epoch. */
  public static Engine inMemory(Ports ports) {
    return inMemory(ports, new VirtualTime(Instant.EPOCH), Arns.LOCAL, 0);
  }

  /** An engine in a time that its ports may use too. */
  public static Engine inMemory(Ports ports, VirtualTime time, Arns arns, long seed) {
    return new Engine(
        engine -> new ServiceCalls(ports, new StartExecutionTask(engine::starts)),
        ports.log(),
        time,
        arns,
        seed);
  }

  /** An engine whose tasks are answered by one caller, whatever their resource. */
  public static Engine answeredBy(TaskCaller caller, VirtualTime time, Arns arns) {
    return new Engine(engine -> caller, events -> {}, time, arns, 0);
  }

  /** Ends a task by its token; nothing happens when it is over. */
  public void returnToken(String token, Outcome outcome) {
    engine.executions().token(token, outcome);
  }

  /**
   * How a run went.
   *
   * @param status RUNNING if it waits for something that cannot come, such as a token
   * @param output JSON text when it succeeded
   */
  public record Result(
      Status status,
      @Nullable String output,
      @Nullable String error,
      @Nullable String cause,
      List<Event> history) {}

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
    List<Problem> problems = Definitions.parse(definition, express).problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The definition is refused: " + problems.stream().map(Problem::text).toList());
    }
    long now = time.now().toEpochMilli();
    String arn = arns.machine(name);
    String hash = Catalog.hash(definition);
    StateMachine machine =
        new StateMachine(
            arn,
            name,
            express,
            hash,
            ROLE,
            StateMachine.INITIAL,
            now,
            now,
            0,
            null,
            null,
            Map.of());
    engine.catalog().put(machine, definition, null);
    return machine;
  }

  /** Runs a machine to its end and keeps the execution; a null name gets one made up. */
  public Result run(StateMachine machine, @Nullable String name, String input) {
    var order = new Starts.Order(machine.arn(), name, input, null, null, false);
    Execution execution = engine.starts().start(order).join();
    Saved end = store.find(execution.arn()).orElseThrow();
    while (!end.progress().status().ended() && step()) {
      end = store.find(execution.arn()).orElseThrow();
    }
    LogPump.drain(store, log);
    List<Event> history = store.history(execution.id(), 1, HISTORY, false);
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
      LogPump.drain(store, log);
    }
  }

  private boolean step() {
    return workers.drain() || time.advance();
  }
}
