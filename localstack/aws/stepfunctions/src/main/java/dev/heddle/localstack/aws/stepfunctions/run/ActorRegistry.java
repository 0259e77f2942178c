package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The executions that have something to do, and some that only wait. */
final class ActorRegistry {
  // At most one actor for an execution: two would both load it and overwrite each other's turns.
  private final Map<Long, ExecutionActor> all = new ConcurrentHashMap<>();
  private final WorkerPool workers;
  private final ExecutionEngine.Limits bounds;
  private final Consumer<ExecutionActor> turn;

  /** Actors that take turns on workers. */
  ActorRegistry(WorkerPool workers, ExecutionEngine.Limits bounds, Consumer<ExecutionActor> turn) {
    this.workers = workers;
    this.bounds = bounds;
    this.turn = turn;
  }

  /** Begins a run; the first turn and the start are stored together. */
  CompletableFuture<Optional<StoredExecution>> begin(LiveExecution run) {
    ExecutionActor actor = new ExecutionActor(run.execution.id(), run.execution.owner());
    var starting = new CompletableFuture<Optional<StoredExecution>>();
    actor.starting = starting;
    actor.run = run;
    // Before it can be found: otherwise another's message might be the first and arrange the turn,
    // and the start would be taken twice.
    actor.put(new ActorMessage.Proceed());
    all.put(actor.execution, actor);
    workers.first(actor.owner, () -> turn.accept(actor));
    return starting;
  }

  void tell(long execution, String owner, ActorMessage message) {
    // Repeated because an actor may retire between being found and being given the message; a
    // message put into one that is gone would never be read.
    boolean delivered = false;
    while (!delivered) {
      ExecutionActor actor = all.computeIfAbsent(execution, id -> new ExecutionActor(id, owner));
      switch (actor.put(message)) {
        case ARRANGE -> {
          arrange(actor);
          delivered = true;
        }
        case TAKEN -> delivered = true;
        // By key and value: a new actor may have taken the place of the one that has gone.
        case GONE -> all.remove(execution, actor);
      }
    }
  }

  void arrange(ExecutionActor actor) {
    workers.run(actor.owner, () -> turn.accept(actor));
  }

  /** Ends a turn. */
  void endTurn(ExecutionActor actor, boolean more) {
    LiveExecution run = actor.run;
    // Measured at the end of the turn, while nobody else changes the run; drop() may be called from
    // the thread of a commit, where walking over its scopes would race with the next turn.
    actor.large = run != null && !run.ended() && run.size() > bounds.size();
    if (actor.endTurn(more)) {
      arrange(actor);
    } else {
      drop(actor);
    }
  }

  /** Forgets an actor that has ended, or only waits when there are many. */
  void drop(ExecutionActor actor) {
    LiveExecution run = actor.run;
    // Reading the size without a lock may keep one too many or too few; it is only about memory.
    boolean mayStay =
        run != null && !run.ended() && !actor.large && all.size() <= bounds.resident();
    // retire() refuses while a turn is arranged or a commit is on its way: loaded again before that
    // is on disk, the execution would go on from its state before the turn.
    if (!mayStay && actor.retire()) {
      all.remove(actor.execution, actor);
    }
  }

  /** Gives up on an execution that was not stored. */
  void abandon(ExecutionActor actor) {
    all.remove(actor.execution, actor);
  }

  /** Everything in memory, to be told that nothing more will happen. */
  Iterable<ExecutionActor> all() {
    return all.values();
  }
}
