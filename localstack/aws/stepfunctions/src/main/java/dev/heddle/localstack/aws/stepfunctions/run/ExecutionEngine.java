package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All executions: each is an actor that takes turns. A turn changes memory, is stored as a whole,
 * and has its effects when it is durable. What only waits is not kept in memory.
 */
public final class ExecutionEngine {
  // A worker that asks for a task is answered even if the execution whose task it was offered is
  // stuck; a task taken after that is given up by its own heartbeat or timeout.
  private static final long PATIENCE_SECONDS = 30;

  private final ExecutionStore store;
  private final EngineTime time;
  private final WorkerPool workers;
  private final CallLimiter calls;
  private final EffectRunner effectRunner;
  private final ActivityTaskQueue activityTasks = new ActivityTaskQueue();
  private final TurnLoop turnLoop;
  // Callers of StartSyncExecution; removed when the end is stored, so it holds no more than run.
  private final Map<Long, CompletableFuture<StoredExecution>> waiters = new ConcurrentHashMap<>();
  private final AtomicInteger running = new AtomicInteger();
  // Set after the constructor, read by the threads of commits.
  private volatile Runnable afterCommit = () -> {};
  private volatile boolean closed;

  /**
   * How much may be in memory, and be called, at the same time.
   *
   * @param resident how many executions may stay in memory while they only wait
   * @param size how many characters of data one of those may hold
   * @param calls how many tasks may be called
   */
  public record Limits(int resident, long size, int calls) {}

  /**
   * What executions run on.
   *
   * @param effects where what follows a durable turn is done
   * @param machines the machine an execution was started with
   */
  public record Environment(
      ExecutionStore store,
      EngineTime time,
      WorkerPool workers,
      Executor effects,
      RandomGenerator random,
      Function<Execution, MachineDefinition> machines,
      Limits bounds) {}

  /** Executions on a ground; {@code caller} is asked for every task. */
  public ExecutionEngine(Environment environment, TaskCaller caller) {
    this.store = environment.store();
    this.time = environment.time();
    this.workers = environment.workers();
    this.calls = new CallLimiter(environment.bounds().calls());
    this.effectRunner = new EffectRunner(this, store, calls, activityTasks, caller);
    this.turnLoop = new TurnLoop(this, environment, effectRunner);
  }

  /** Calls something after every commit; for whoever reads the committed events. */
  public void onCommit(Runnable action) {
    afterCommit = action;
  }

  /** Does nothing more about what is stored from now on; whoever waits is told. */
  public void close() {
    // First: a turn stored from here on has no effects, it has them after the next start.
    closed = true;
    var over = new IllegalStateException("The engine is closed");
    waiters.values().forEach(waiter -> waiter.completeExceptionally(over));
    for (ExecutionActor actor : turnLoop.actors().all()) {
      var starting = actor.starting;
      if (starting != null) {
        starting.completeExceptionally(over);
      }
    }
  }

  /** How many executions are running. */
  public int running() {
    return running.get();
  }

  /** How many turns wait to be taken. */
  public int backlog() {
    return workers.waiting();
  }

  /**
   * Begins an execution and stores it with its first turn, unless one of its ARN is there.
   *
   * @return the one that is there; empty once the new one is durable
   */
  public CompletableFuture<Optional<StoredExecution>> start(
      Execution execution, MachineDefinition machine) {
    running.incrementAndGet();
    return turnLoop.actors().begin(new LiveExecution(execution, machine, ExecutionProgress.NONE));
  }

  /** The end of an execution; ask before it is started. */
  public CompletableFuture<StoredExecution> end(long execution) {
    return waiters.computeIfAbsent(execution, id -> new CompletableFuture<>());
  }

  /** Takes up what had not ended when the process stopped. */
  public void resume() {
    store.unfinished(
        unfinished -> {
          running.incrementAndGet();
          new RestartRecovery(this, effectRunner).recover(unfinished);
        });
  }

  /** Stops an execution without saying why. */
  public CompletableFuture<Long> stop(Execution execution) {
    return stop(execution, null, null);
  }

  /** Stops an execution; says when it stopped, in milliseconds since the epoch. */
  public CompletableFuture<Long> stop(
      Execution execution, @Nullable String error, @Nullable String cause) {
    var reply = new CompletableFuture<Long>();
    tell(execution.id(), execution.owner(), new ActorMessage.Stop(error, cause, reply));
    return reply;
  }

  /** Takes up an execution that failed; says when, in milliseconds since the epoch. */
  public CompletableFuture<Optional<Long>> redrive(Execution execution) {
    var reply = new CompletableFuture<Optional<Long>>();
    tell(execution.id(), execution.owner(), new ActorMessage.Redrive(reply));
    return reply;
  }

  /** Ends a task by its token, or keeps it alive when there is no outcome. */
  public CompletableFuture<TokenStatus> token(String token, @Nullable TaskOutcome outcome) {
    var reply = new CompletableFuture<TokenStatus>();
    Optional<TaskTokenCodec.Address> address = TaskTokenCodec.read(token);
    Optional<StoredExecution> saved = address.flatMap(at -> store.load(at.execution()));
    if (address.isEmpty() || saved.isEmpty()) {
      reply.complete(address.isEmpty() ? TokenStatus.INVALID : TokenStatus.UNKNOWN);
    } else {
      Execution execution = saved.get().execution();
      var message = new ActorMessage.Token(address.get().scope(), token, outcome, reply);
      tell(execution.id(), execution.owner(), message);
    }
    return reply;
  }

  /**
   * The next task of an activity, for a worker that waits at most so long; empty when none came.
   */
  public Optional<ActivityTask> take(String activity, @Nullable String worker, Duration patience) {
    // nanoTime, not the engine's time: a worker waits in real time, and that clock cannot be set
    // back.
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
      Optional<ActivityTaskQueue.Offer> offer = activityTasks.take(activity, left);
      // The offer may be of an attempt that timed out or was stopped meanwhile; then the next is
      // asked for within what is left of the time, not from the beginning.
      Optional<ActivityTask> taken = offer.flatMap(given -> take(given, worker));
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  private Optional<ActivityTask> take(ActivityTaskQueue.Offer offer, @Nullable String worker) {
    var reply = new CompletableFuture<Optional<ActivityTask>>();
    var message = new ActorMessage.Take(offer.scope(), offer.sequence(), worker, reply);
    tell(offer.execution(), offer.owner(), message);
    return reply.completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Tasks that wait for someone, at most so many. */
  public List<PendingTask> waiting(int most) {
    List<PendingTask> found = new ArrayList<>();
    store.unfinished(
        unfinished -> {
          if (found.size() < most) {
            unfinished.scopes().stream()
                .flatMap(row -> PendingTask.of(unfinished.execution(), row).stream())
                .limit(most - found.size())
                .forEach(found::add);
          }
        });
    return found;
  }

  /** The tasks of one execution that wait for someone. */
  public List<PendingTask> waiting(String arn) {
    return store
        .find(arn)
        .filter(storedExecution -> !storedExecution.progress().status().ended())
        .flatMap(storedExecution -> store.load(storedExecution.execution().id()))
        .map(storedExecution -> waiting(storedExecution.execution(), storedExecution.scopes()))
        .orElse(List.of());
  }

  private static List<PendingTask> waiting(Execution execution, List<ScopeRow> scopes) {
    return scopes.stream().flatMap(row -> PendingTask.of(execution, row).stream()).toList();
  }

  /** Changes the limits of a map run; says whether it was still running. */
  public CompletableFuture<Boolean> adjust(
      Execution execution, String mapRun, @Nullable Integer limit, @Nullable Integer tolerated) {
    var reply = new CompletableFuture<Boolean>();
    var message = new ActorMessage.Adjust(mapRun, limit, tolerated, reply);
    tell(execution.id(), execution.owner(), message);
    return reply;
  }

  void tell(long execution, String owner, ActorMessage message) {
    turnLoop.actors().tell(execution, owner, message);
  }

  void alarm(long execution, String owner, long at) {
    // Alarms are never taken back: the execution looks itself whether anything is due when one goes
    // off, which spares finding it again when a task ends early.
    time.at(Instant.ofEpochMilli(at), () -> tell(execution, owner, new ActorMessage.Wake(at)));
  }

  void queue(Execution execution, int scope, int sequence) {
    calls.submit(
        execution.owner(),
        () ->
            tell(
                execution.id(),
                execution.owner(),
                new ActorMessage.Dispatch(scope, sequence, execution.owner())));
  }

  /** An execution that had ended goes on. */
  void onRestarted() {
    running.incrementAndGet();
  }

  /** An execution was not begun after all. */
  void onWithdrawn() {
    running.decrementAndGet();
  }

  /** The end of an execution is stored. */
  void onEnded(StoredExecution end) {
    running.decrementAndGet();
    CompletableFuture<StoredExecution> waiter = waiters.remove(end.execution().id());
    if (waiter != null) {
      waiter.complete(end);
    }
  }

  /** Something was stored. */
  void onStored() {
    afterCommit.run();
  }

  boolean closed() {
    return closed;
  }
}
