package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.store.DocumentStore;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;
import dev.heddle.localstack.aws.stepfunctions.store.TurnCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One turn of an execution: everything it changes is stored together, then its effects happen. */
final class ActorTurn {
  final LiveExecution run;
  final Instant now;
  final List<Effect> effects = new ArrayList<>();
  private final List<HistoryEvent> events = new ArrayList<>();
  private final Set<BranchScope> changedScopes = new LinkedHashSet<>();
  private final List<Integer> removedScopes = new ArrayList<>();
  private final List<Integer> clearedScopes = new ArrayList<>();
  private final Map<Integer, byte[]> items = new HashMap<>();
  private final List<TurnCommit.ItemResult> results = new ArrayList<>();
  private final List<DocumentStore.Change> documents = new ArrayList<>();

  ActorTurn(LiveExecution run, Instant now) {
    this.run = run;
    this.now = now;
  }

  long millis() {
    return now.toEpochMilli();
  }

  /** Adds an event to the history; says its id. */
  long emit(String type, long previous, ObjectNode details) {
    ExecutionProgress p = run.progress;
    long id = p.lastEvent() + 1;
    run.progress = p.withLastEvent(id);
    events.add(new HistoryEvent(id, previous, millis(), type, details, p.redrives()));
    return id;
  }

  /** Adds an event that the scope's next event follows. */
  long chain(BranchScope scope, String type, ObjectNode details) {
    scope.previous = emit(type, scope.previous, details);
    return scope.previous;
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  void touch(BranchScope scope) {
    changedScopes.add(scope);
  }

  BranchScope open(@Nullable BranchScope parent, int index, Payload input) {
    int id = run.progress.nextScope();
    run.progress = run.progress.withNextScope(id + 1);
    var branch = parent == null ? run.machine.top() : run.branch(parent, index);
    BranchScope scope = new BranchScope(id, parent, index, branch, input);
    run.scopes.put(id, scope);
    run.ready.add(scope);
    touch(scope);
    if (parent != null) {
      parent.opened++;
    }
    return scope;
  }

  void close(BranchScope scope) {
    run.scopes.remove(scope.id);
    clear(scope);
    run.ready.remove(scope);
    changedScopes.remove(scope);
    removedScopes.add(scope.id);
    stopWork(scope);
  }

  private void stopWork(BranchScope scope) {
    if (scope.phase instanceof Phase.Working working && working.job() != null) {
      effect(new Effect.StopJob(working.job()));
    }
    if (scope.phase instanceof Phase.Mapping mapping) {
      effect(new Effect.StopMapRun(mapping.mapRun()));
    }
  }

  /** Drops the items and results of a Map. */
  void clear(BranchScope scope) {
    boolean had = run.items.remove(scope.id) != null;
    had |= run.results.remove(scope.id) != null;
    if (had) {
      items.remove(scope.id);
      results.removeIf(result -> result.scope() == scope.id);
      clearedScopes.add(scope.id);
    }
    scope.started.clear();
    scope.failed = 0;
  }

  /** Closes everything inside a scope. */
  void closeChildren(BranchScope scope) {
    clear(scope);
    if (scope.opened == 0) {
      return;
    }
    for (BranchScope child : run.children(scope)) {
      closeChildren(child);
      close(child);
    }
    scope.opened = 0;
    scope.done = 0;
  }

  void keep(BranchScope scope, Payload list) {
    run.items.put(scope.id, list);
    items.put(scope.id, Json.bytes(list.json()));
  }

  void result(BranchScope scope, int index, TaskOutcome outcome) {
    run.results(scope.id).put(index, outcome);
    scope.ended(index, outcome);
    byte[] body = Json.mapper().writeValueAsBytes(outcome);
    results.add(new TurnCommit.ItemResult(scope.id, index, body));
  }

  /** Forgets what an item gave, and which items were started. */
  void removeResult(BranchScope scope, int index) {
    run.results(scope.id).remove(index);
    scope.started.clear();
    scope.failed = 0;
    run.results(scope.id).keySet().forEach(scope.started::set);
    results.add(new TurnCommit.ItemResult(scope.id, index, new byte[0]));
  }

  void document(String kind, String key, String body) {
    documents.add(new DocumentStore.Change(kind, key, body));
  }

  /** Ends the run. Unless it ended well its scopes stay as they are, to be taken up again. */
  void end(
      ExecutionStatus status,
      @Nullable String output,
      @Nullable String error,
      @Nullable String cause) {
    run.progress = run.progress.ended(status, millis(), output, error, cause);
    if (status == ExecutionStatus.SUCCEEDED) {
      List.copyOf(run.scopes.values()).reversed().forEach(this::close);
    } else {
      run.scopes.values().forEach(this::stopWork);
      run.scopes.values().forEach(this::touch);
    }
    run.ready.clear();
    if (run.execution.parent() != null) {
      effect(new Effect.Report(run.execution.parent()));
    }
  }

  /** What to store; null when nothing has changed. */
  @Nullable TurnCommit commit() {
    if (events.isEmpty()
        && changedScopes.isEmpty()
        && removedScopes.isEmpty()
        && results.isEmpty()) {
      return null;
    }
    List<ScopeRow> rows = new ArrayList<>();
    for (BranchScope scope : changedScopes) {
      ScopeRow row = scope.row();
      rows.add(row);
      if (row.due() != null && !run.ended()) {
        effect(new Effect.Alarm(row.due()));
      }
    }
    return new TurnCommit(
        run.execution,
        run.progress,
        events,
        rows,
        removedScopes,
        clearedScopes,
        items,
        results,
        documents);
  }
}
