package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The executions that have something to do, and some that only wait. */
final class Actors {
  private final Map<Long, Actor> all = new ConcurrentHashMap<>();
  private final Workers workers;
  private final Executions.Bounds bounds;
  private final Consumer<Actor> turn;

  /** Actors that take turns on workers. */
  Actors(Workers workers, Executions.Bounds bounds, Consumer<Actor> turn) {
    this.workers = workers;
    this.bounds = bounds;
    this.turn = turn;
  }

  /** Begins a run; the first turn and the start are stored together. */
  CompletableFuture<Optional<Saved>> begin(Run run) {
    Actor actor = new Actor(run.execution.id(), run.execution.owner());
    var starting = new CompletableFuture<Optional<Saved>>();
    actor.starting = starting;
    actor.run = run;
    actor.put(new Message.Proceed());
    all.put(actor.execution, actor);
    workers.first(actor.owner, () -> turn.accept(actor));
    return starting;
  }

  void tell(long execution, String owner, Message message) {
    boolean taken = false;
    while (!taken) {
      Actor actor = all.computeIfAbsent(execution, id -> new Actor(id, owner));
      switch (actor.put(message)) {
        case ARRANGE -> {
          arrange(actor);
          taken = true;
        }
        case TAKEN -> taken = true;
        case GONE -> all.remove(execution, actor);
      }
    }
  }

  void arrange(Actor actor) {
    workers.run(actor.owner, () -> turn.accept(actor));
  }

  /** Ends a turn. */
  void rest(Actor actor, boolean more) {
    Run run = actor.run;
    actor.large = run != null && !run.ended() && run.size() > bounds.size();
    if (actor.rest(more)) {
      arrange(actor);
    } else {
      drop(actor);
    }
  }

  /** Forgets an actor that has ended, or only waits when there are many. */
  void drop(Actor actor) {
    Run run = actor.run;
    boolean wanted = run != null && !run.ended() && !actor.large && all.size() <= bounds.resident();
    if (!wanted && actor.retire()) {
      all.remove(actor.execution, actor);
    }
  }

  /** Gives up on an execution that was not stored. */
  void abandon(Actor actor) {
    all.remove(actor.execution, actor);
  }

  /** Everything in memory, to be told that nothing more will happen. */
  Iterable<Actor> all() {
    return all.values();
  }
}
