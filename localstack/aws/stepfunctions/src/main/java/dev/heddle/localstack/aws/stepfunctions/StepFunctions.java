package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.stepfunctions.api.EngineAssembly;
import dev.heddle.localstack.aws.stepfunctions.api.StepFunctionsProtocol;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.run.PendingTask;
import dev.heddle.localstack.aws.stepfunctions.run.RealTime;
import dev.heddle.localstack.aws.stepfunctions.run.ThreadWorkers;
import dev.heddle.localstack.aws.stepfunctions.store.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Step Functions on one machine. What a caller was told survives {@code kill -9}: runs in flight go
 * on from their last finished state when it is opened again.
 */
public final class StepFunctions implements AwsService {
  private static final ExecutionEngine.Limits BOUNDS =
      // What only waits is a row on disk. Kept in memory without bound, a million sleeping
      // executions would fill the heap; called without bound, tasks would starve the functions they
      // call.
      new ExecutionEngine.Limits(2_000, 20_000, 128);

  private final SqliteStore store;
  private final RealTime time;
  private final ThreadWorkers workers;
  private final ExecutorService effects;
  private final OutboxRelay log;
  private final EngineAssembly engine;
  private final StepFunctionsProtocol protocol;
  private final ExecutionRetention retention;

  /** Opens or creates the engine's files in a folder and takes up what had not ended. */
  public StepFunctions(Path folder, InstantSource clock, EnginePorts ports) {
    this(folder, clock, ports, ExecutionStarter.Limits.DEFAULT);
  }

  /** The same, which carries at most so much. */
  public StepFunctions(
      Path folder, InstantSource clock, EnginePorts ports, ExecutionStarter.Limits limits) {
    store = new SqliteStore(file(folder));
    time = new RealTime(clock);
    workers = new ThreadWorkers(Math.max(2, Runtime.getRuntime().availableProcessors()));
    // Effects call functions and other services and block; platform threads would run out.
    effects = Executors.newVirtualThreadPerTaskExecutor();
    var parts =
        new EngineAssembly.Parts(
            store,
            time,
            workers,
            effects,
            () -> ThreadLocalRandom.current().nextLong(),
            AccountArns.LOCAL,
            BOUNDS,
            limits);
    engine = new EngineAssembly(parts, ports);
    protocol = new StepFunctionsProtocol(engine);
    log = new OutboxRelay(store.outbox(), ports.log());
    // Before resume: events of the runs taken up must wake the log too.
    engine.executions().onCommit(log::wake);
    engine.executions().resume();
    retention = new ExecutionRetention(store, time, effects);
    retention.start();
  }

  private static Path file(Path folder) {
    try {
      return Files.createDirectories(folder).resolve("stepfunctions.db");
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
    }
  }

  @Override
  public String name() {
    return "stepfunctions";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return protocol.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return protocol.answer(request);
  }

  /** How many executions are running. */
  public int running() {
    return engine.executions().running();
  }

  /** Tasks that wait for a token, a worker or a child, at most so many. */
  public List<PendingTask> waiting(int most) {
    return engine.executions().waiting(most);
  }

  /** Those of one execution. */
  public List<PendingTask> waiting(String executionArn) {
    return engine.executions().waiting(executionArn);
  }

  /** What was acknowledged is stored; what was under way goes on when it is opened again. */
  @Override
  public void close() {
    // From what starts work to what keeps it: no alarm begins a turn while the workers stop, and
    // the store is closed only when nobody writes any more. The other way round turns would fail
    // half-way and be logged as errors, though nothing is lost.
    time.close();
    retention.close();
    workers.close();
    engine.executions().close();
    log.close();
    store.close();
    // Last, without waiting: calls under way may take minutes, and they are made again at the next
    // start.
    effects.shutdown();
  }
}
