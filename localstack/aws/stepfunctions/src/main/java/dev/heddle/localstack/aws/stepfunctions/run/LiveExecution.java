package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Branch;
import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.run.BranchScope.Snapshot;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import dev.heddle.localstack.aws.stepfunctions.store.TurnCommit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running execution in memory: its threads of control, variables and progress. Confined to its
 * actor, so nothing in it is locked.
 */
final class LiveExecution {
  private static final int RESULT = 100;

  final Execution execution;
  final MachineDefinition machine;
  final Payload input;

  /** The scopes in flight by number, so that parents come before their children. */
  final TreeMap<Integer, BranchScope> scopes = new TreeMap<>();

  /** The lists that Map states go through, by scope. */
  final Map<Integer, Payload> items = new HashMap<>();

  /** What the children of distributed Maps gave, by scope and item. */
  final Map<Integer, TreeMap<Integer, TaskOutcome>> results = new HashMap<>();

  /** The scopes that are about to enter a state. */
  final Deque<BranchScope> ready = new ArrayDeque<>();

  /** What stands for the context object while a state is tried alone. */
  @Nullable ObjectNode context;

  ExecutionProgress progress;

  LiveExecution(Execution execution, MachineDefinition machine, ExecutionProgress progress) {
    this.execution = execution;
    this.machine = machine;
    this.progress = progress;
    this.input = Payload.parse(execution.input());
  }

  static LiveExecution of(StoredExecution storedExecution, MachineDefinition machine) {
    LiveExecution run =
        new LiveExecution(storedExecution.execution(), machine, storedExecution.progress());
    storedExecution
        .items()
        .forEach((scope, text) -> run.items.put(scope, Payload.of(Json.parse(text))));
    storedExecution.results().forEach(run::restore);
    List<Snapshot> frames = new ArrayList<>();
    for (ScopeRow row : storedExecution.scopes()) {
      frames.add(Json.mapper().readValue(row.body(), Snapshot.class));
    }
    frames.sort(java.util.Comparator.comparingInt(Snapshot::id));
    frames.forEach(run::restore);
    return run;
  }

  /** An empty result is one that was taken back. */
  private void restore(TurnCommit.ItemResult result) {
    if (result.body().length > 0) {
      TaskOutcome outcome = Json.mapper().readValue(result.body(), TaskOutcome.class);
      results(result.scope()).put(result.index(), outcome);
    }
  }

  private void restore(Snapshot frame) {
    BranchScope parent = scopes.get(frame.parent());
    Branch branch = parent == null ? machine.top() : branch(parent, frame.index());
    BranchScope scope = BranchScope.of(frame, parent, branch);
    scopes.put(scope.id, scope);
    if (scope.phase instanceof Phase.Ready && !ended()) {
      ready.add(scope);
    }
    results(scope.id).forEach((index, outcome) -> scope.ended(index, outcome));
    if (parent != null) {
      parent.opened++;
    }
    if (parent != null && scope.phase instanceof Phase.Done) {
      parent.done++;
      parent.previous = Math.max(parent.previous, scope.previous);
    }
  }

  Branch branch(BranchScope parent, int index) {
    List<Branch> branches = parent.current().branches();
    return branches.size() == 1 ? branches.getFirst() : branches.get(index);
  }

  TreeMap<Integer, TaskOutcome> results(int scope) {
    return results.computeIfAbsent(scope, id -> new TreeMap<>());
  }

  @Nullable BranchScope scope(int id) {
    return scopes.get(id);
  }

  List<BranchScope> children(BranchScope parent) {
    return scopes.tailMap(parent.id, false).values().stream()
        .filter(scope -> scope.parent == parent)
        .toList();
  }

  /** When it times out, counted from its last redrive; null for never. */
  @Nullable Long deadline() {
    Long first = execution.deadline();
    Long redriven = progress.redriven();
    if (first == null || redriven == null) {
      return first;
    }
    return first - execution.started() + redriven;
  }

  /** Roughly how many characters of data it holds. */
  long size() {
    long inScopes = scopes.values().stream().mapToLong(BranchScope::size).sum();
    long inItems = items.values().stream().mapToLong(list -> list.text().length()).sum();
    long given = results.values().stream().mapToLong(TreeMap::size).sum();
    return input.text().length() + inScopes + inItems + given * RESULT;
  }

  boolean ended() {
    return progress.status().ended();
  }
}
