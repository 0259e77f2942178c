package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.api.EngineAssembly;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.run.CallerWorkers;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskOutcome;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import dev.heddle.localstack.aws.stepfunctions.tasks.ServiceTaskCaller;
import dev.heddle.localstack.aws.stepfunctions.tasks.StartExecutionTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An engine on the caller's thread and in virtual time, over a store that may die: then another
 * engine is built over what the store kept, at the moment of the death.
 */
final class VirtualStage implements TokenDesk {
  private static final String ROLE = "arn:aws:iam::000000000000:role/story";
  private static final ExecutionEngine.Limits BOUNDS =
      new ExecutionEngine.Limits(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
  private static final int HISTORY = 100_000;

  private final Supplier<ExecutionStore> stores;
  private Consumer<Object> attempts = attempt -> {};
  private @Nullable Supplier<EnginePorts> ports;
  private ExecutionStore store;
  private CallerWorkers workers;
  private VirtualTime time;
  private EngineAssembly engine;
  private final List<Happening> happenings = new ArrayList<>();
  private int deaths;

  /** A stage; {@code stores} opens the store, again after every death. */
  VirtualStage(Supplier<ExecutionStore> stores) {
    this.stores = stores;
    open(Instant.EPOCH);
  }

  /** Who is told which attempt of which task is called next. */
  void attempts(Consumer<Object> other) {
    attempts = other;
  }

  /** What tasks are called through from now on. */
  void callThrough(Supplier<EnginePorts> other) {
    ports = other;
  }

  /** The world outside the engine, which goes on when the engine dies. */
  StoryTime world() {
    return (seconds, action) -> {
      var happening = new Happening(time.now().plusMillis((long) (seconds * 1000)), action);
      happenings.add(happening);
      arrange(happening);
    };
  }

  private record Happening(Instant due, Runnable action) {}

  private void arrange(Happening happening) {
    time.at(
        happening.due(),
        () -> {
          happenings.remove(happening);
          happening.action().run();
        });
  }

  int deaths() {
    return deaths;
  }

  ExecutionStore store() {
    return store;
  }

  private void open(Instant now) {
    store = stores.get();
    time = new VirtualTime(now);
    workers = new CallerWorkers();
    var limits = new ExecutionStarter.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
    var parts =
        new EngineAssembly.Parts(
            store,
            time,
            workers,
            Runnable::run,
            new SplittableRandom(7),
            AccountArns.LOCAL,
            BOUNDS,
            limits);
    engine = new EngineAssembly(parts, this::caller);
    List.copyOf(happenings).forEach(this::arrange);
    engine.executions().resume();
  }

  private TaskCaller caller(EngineAssembly self) {
    return call -> {
      attempts.accept(call.task());
      var current = ports;
      if (current == null) {
        throw new IllegalStateException("Nothing can be called yet");
      }
      return new ServiceTaskCaller(current.get(), new StartExecutionTask(self::starter)).call(call);
    };
  }

  void create(String name, String definition, boolean express) {
    long now = time.now().toEpochMilli();
    StateMachine machine =
        new StateMachine(
            AccountArns.LOCAL.machine(name),
            name,
            express,
            MachineCatalog.hash(definition),
            ROLE,
            StateMachine.INITIAL,
            now,
            now,
            0,
            null,
            null,
            Map.of());
    engine.catalog().put(machine, definition, null);
  }

  /** Starts a run; when the store dies with it, what it stored goes on. */
  Execution start(String name, String input) {
    String machine = AccountArns.LOCAL.machine(name);
    var order = new ExecutionStarter.StartRequest(machine, "run-" + name, input, null, null, true);
    try {
      return engine.starter().start(order).join();
    } catch (CrashingStore.Crash e) {
      die();
      var latest = new ExecutionStore.ExecutionQuery(machine, null, null, null, 1);
      return store.list(latest).getFirst().execution();
    }
  }

  /** Lets the process die between two turns, and another take up what it left. */
  void die() {
    deaths++;
    Instant now = time.now();
    store.close();
    open(now);
  }

  /** Lets it die, and time begin anew at the epoch. */
  void dieIntoThePast() {
    store.close();
    open(Instant.EPOCH);
  }

  /** Takes every turn there is, and no time passes. */
  void turns() {
    workers.drain();
  }

  /** Goes on until the run has ended, or nothing can happen any more. */
  StoredExecution end(Execution execution) {
    StoredExecution storedExecution = store.find(execution.arn()).orElseThrow();
    while (!storedExecution.progress().status().ended() && step()) {
      storedExecution = store.find(execution.arn()).orElseThrow();
    }
    return storedExecution;
  }

  /** Does one thing; false when nothing is left to be done. */
  boolean step() {
    try {
      return workers.drain() || time.advance();
    } catch (CrashingStore.Crash e) {
      die();
      return true;
    }
  }

  void stop(Execution execution, JsonNode stop) {
    engine
        .executions()
        .stop(execution, stop.path("error").asString(null), stop.path("cause").asString(null));
  }

  void redrive(Execution execution) {
    engine.executions().redrive(execution);
    step();
  }

  StoryEnd story(StoredExecution storedExecution) {
    Execution execution = storedExecution.execution();
    List<HistoryEvent> history = store.history(execution.id(), 1, HISTORY, false);
    var events =
        history.stream()
            .map(e -> new StoryEnd.Happened(e.id(), e.previous(), e.type(), e.details()))
            .toList();
    double millis = history.isEmpty() ? 0 : history.getLast().time() - history.getFirst().time();
    var progress = storedExecution.progress();
    return new StoryEnd(
        progress.status().name(),
        progress.output(),
        progress.error(),
        progress.cause(),
        events,
        millis / 1000);
  }

  @Override
  public void success(String token, String output) {
    engine.executions().token(token, TaskOutcome.of(output));
  }

  @Override
  public void failure(String token, JsonNode error, JsonNode cause) {
    engine.executions().token(token, TaskOutcome.failed(error.asString(null), text(cause)));
  }

  private static @Nullable String text(JsonNode cause) {
    if (cause.isMissingNode()) {
      return null;
    }
    return cause.isString() ? cause.stringValue() : Json.text(cause);
  }

  @Override
  public void heartbeat(String token) {
    engine.executions().token(token, null);
  }
}
