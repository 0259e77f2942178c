package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Machine;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.store.Commit;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.Progress;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import dev.heddle.localstack.aws.stepfunctions.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
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
public final class Executions {
  private static final int STEPS = 200;
  private static final long PATIENCE_SECONDS = 30;
  private static final Logger LOG = System.getLogger(Executions.class.getName());

  private final Store store;
  private final Time time;
  private final Workers workers;
  private final Executor effects;
  private final Calls calls;
  private final int resident;
  private final RandomGenerator random;
  private final Function<Execution, Machine> machines;
  private final Acts acts;
  private final Offers offers = new Offers();
  private final Map<Long, Actor> actors = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<Saved>> waiters = new ConcurrentHashMap<>();
  private final AtomicInteger running = new AtomicInteger();
  private volatile Runnable afterCommit = () -> {};
  private volatile boolean closed;

  /** How much may be in memory, and be called, at the same time. */
  public record Bounds(int resident, int calls) {}

  /**
   * What executions run on.
   *
   * @param effects where what follows a durable turn is done
   * @param machines the machine an execution was started with
   */
  public record Ground(
      Store store,
      Time time,
      Workers workers,
      Executor effects,
      RandomGenerator random,
      Function<Execution, Machine> machines,
      Bounds bounds) {}

  /** Executions on a ground; {@code caller} is asked for every task. */
  public Executions(Ground ground, TaskCaller caller) {
    this.store = ground.store();
    this.time = ground.time();
    this.workers = ground.workers();
    this.effects = ground.effects();
    this.random = ground.random();
    this.machines = ground.machines();
    this.resident = ground.bounds().resident();
    this.calls = new Calls(ground.bounds().calls());
    this.acts = new Acts(this, store, calls, offers, caller);
  }

  /** Calls something after every commit; for whoever reads the committed events. */
  public void onCommit(Runnable action) {
    afterCommit = action;
  }

  /** Does nothing more about what is stored from now on. */
  public void close() {
    closed = true;
  }

  /** How many executions are running. */
  public int running() {
    return running.get();
  }

  /** How many turns wait to be taken. */
  public int backlog() {
    return workers.waiting();
  }

  /** Stores and begins an execution, unless one of its ARN is there, which is then given back. */
  public Optional<Saved> start(Execution execution, Machine machine) {
    Optional<Saved> known = store.start(Commit.first(execution));
    if (known.isEmpty()) {
      running.incrementAndGet();
      Actor actor = new Actor(execution.id(), execution.owner());
      actor.run = new Run(execution, machine, Progress.NONE);
      actors.put(execution.id(), actor);
      tell(execution.id(), execution.owner(), new Message.Proceed());
    }
    return known;
  }

  /** The end of an execution; ask before it is started. */
  public CompletableFuture<Saved> end(long execution) {
    return waiters.computeIfAbsent(execution, id -> new CompletableFuture<>());
  }

  /** Takes up what had not ended when the process stopped. */
  public void resume() {
    store.unfinished(
        unfinished -> {
          running.incrementAndGet();
          new Resumption(this, acts).take(unfinished);
        });
  }

  /** Stops an execution; says when it stopped, in milliseconds since the epoch. */
  public CompletableFuture<Long> stop(
      Execution execution, @Nullable String error, @Nullable String cause) {
    var reply = new CompletableFuture<Long>();
    tell(execution.id(), execution.owner(), new Message.Stop(error, cause, reply));
    return reply;
  }

  /** Takes up an execution that failed; says when, in milliseconds since the epoch. */
  public CompletableFuture<Optional<Long>> redrive(Execution execution) {
    var reply = new CompletableFuture<Optional<Long>>();
    tell(execution.id(), execution.owner(), new Message.Redrive(reply));
    return reply;
  }

  /** Ends a task by its token, or keeps it alive when there is no outcome. */
  public CompletableFuture<Verdict> token(String token, @Nullable Outcome outcome) {
    var reply = new CompletableFuture<Verdict>();
    Optional<Tokens.Address> address = Tokens.read(token);
    Optional<Saved> saved = address.flatMap(at -> store.load(at.execution()));
    if (address.isEmpty() || saved.isEmpty()) {
      reply.complete(address.isEmpty() ? Verdict.INVALID : Verdict.UNKNOWN);
    } else {
      Execution execution = saved.get().execution();
      var message = new Message.Token(address.get().scope(), token, outcome, reply);
      tell(execution.id(), execution.owner(), message);
    }
    return reply;
  }

  /**
   * The next task of an activity, for a worker that waits at most so long; empty when none came.
   */
  public Optional<Taken> take(String activity, @Nullable String worker, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
      Optional<Offers.Offer> offer = offers.take(activity, left);
      Optional<Taken> taken = offer.flatMap(given -> take(given, worker));
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  private Optional<Taken> take(Offers.Offer offer, @Nullable String worker) {
    var reply = new CompletableFuture<Optional<Taken>>();
    var message = new Message.Take(offer.scope(), offer.sequence(), worker, reply);
    tell(offer.execution(), offer.owner(), message);
    return reply.completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Changes the limits of a map run; says whether it was still running. */
  public CompletableFuture<Boolean> adjust(
      Execution execution, String mapRun, @Nullable Integer limit, @Nullable Integer tolerated) {
    var reply = new CompletableFuture<Boolean>();
    var message = new Message.Adjust(mapRun, limit, tolerated, reply);
    tell(execution.id(), execution.owner(), message);
    return reply;
  }

  void tell(long execution, String owner, Message message) {
    actors.compute(
        execution,
        (id, known) -> {
          Actor actor = known == null ? new Actor(id, owner) : known;
          if (actor.put(message)) {
            workers.run(owner, () -> turn(actor));
          }
          return actor;
        });
  }

  void alarm(long execution, String owner, long at) {
    time.at(Instant.ofEpochMilli(at), () -> tell(execution, owner, new Message.Wake(at)));
  }

  void queue(Execution execution, int scope, int sequence) {
    calls.submit(
        execution.owner(),
        () -> tell(execution.id(), execution.owner(), new Message.Dispatch(scope, sequence)));
  }

  private void turn(Actor actor) {
    Run run = actor.run == null ? load(actor) : actor.run;
    if (run == null) {
      discard(actor);
    } else {
      guardedTurn(actor, run);
    }
    boolean more = run != null && !run.ready.isEmpty();
    if (actor.rest(more)) {
      workers.run(actor.owner, () -> turn(actor));
    } else {
      drop(actor);
    }
  }

  private void guardedTurn(Actor actor, Run run) {
    Progress before = run.progress;
    try {
      turn(actor, run);
    } catch (RuntimeException | StackOverflowError e) {
      // The last door: a fault of the engine ends this execution and no other.
      LOG.log(Level.ERROR, "A turn of " + run.execution.arn() + " failed", e);
      run.progress = before;
      Turn last = new Turn(run, time.now());
      Failure failure = new Failure(Failure.RUNTIME, "The engine failed: " + e);
      last.emit("ExecutionFailed", run.progress.lastEvent(), Details.failure(failure));
      last.end(Status.FAILED, null, failure.error(), failure.cause());
      store(actor, run, last);
    }
  }

  /** Answers what came for an execution that is no longer known. */
  private void discard(Actor actor) {
    for (Message next = actor.poll(); next != null; next = actor.poll()) {
      switch (next) {
        case Message.Dispatch d -> calls.done();
        case Message.Token token -> token.reply().complete(Verdict.UNKNOWN);
        case Message.Take take -> take.reply().complete(Optional.empty());
        case Message.Adjust adjust -> adjust.reply().complete(false);
        case Message.Redrive redrive -> redrive.reply().complete(Optional.empty());
        case Message.Stop stop -> stop.reply().complete(time.now().toEpochMilli());
        case Message.Proceed p -> {}
        case Message.Wake w -> {}
        case Message.Returned r -> {}
        case Message.JobEnded j -> {}
        case Message.Refill r -> {}
      }
    }
  }

  private @Nullable Run load(Actor actor) {
    Run run =
        store
            .load(actor.execution)
            .map(saved -> Run.of(saved, machines.apply(saved.execution())))
            .orElse(null);
    actor.run = run;
    return run;
  }

  private void turn(Actor actor, Run run) {
    boolean ended = run.ended();
    Turn turn = new Turn(run, time.now());
    Transitions transitions = new Transitions(turn, random, store::nextExecution);
    Inbox inbox = new Inbox(turn, transitions);
    for (Message next = actor.poll(); next != null; next = actor.poll()) {
      inbox.take(next);
    }
    for (int steps = 0; steps < STEPS && !run.ready.isEmpty(); steps++) {
      transitions.step(run.ready.remove());
    }
    if (ended && !run.ended()) {
      running.incrementAndGet();
    }
    store(actor, run, turn);
  }

  private void store(Actor actor, Run run, Turn turn) {
    Commit commit = turn.commit();
    if (commit == null) {
      turn.effects.forEach(effect -> acts.act(run, effect));
      return;
    }
    actor.committing();
    store
        .commit(commit)
        .thenRunAsync(() -> committed(actor, run, commit, turn.effects), effects)
        .exceptionally(failed -> log(run, failed));
  }

  private @Nullable Void log(Run run, Throwable failed) {
    if (closed) {
      return null;
    }
    LOG.log(Level.ERROR, "A turn of " + run.execution.arn() + " was not stored", failed);
    return null;
  }

  private void committed(Actor actor, Run run, Commit commit, List<Effect> effects) {
    if (closed) {
      return;
    }
    effects.forEach(effect -> acts.act(run, effect));
    if (commit.progress().status().ended()) {
      running.decrementAndGet();
      CompletableFuture<Saved> waiter = waiters.remove(run.execution.id());
      if (waiter != null) {
        waiter.complete(Saved.head(run.execution, commit.progress()));
      }
    }
    afterCommit.run();
    actor.committed();
    drop(actor);
  }

  /** Forgets an actor that only waits, when there are many. */
  private void drop(Actor actor) {
    Run run = actor.run;
    if (run == null || run.ended() || actors.size() > resident) {
      actors.computeIfPresent(actor.execution, (id, known) -> known.idle() ? null : known);
    }
  }
}
