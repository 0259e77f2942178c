package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Branch;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thread of control through a branch: the top of a run, a Parallel's branch or a Map's
 * iteration. Confined to the run's actor.
 */
final class BranchScope {
  final int id;
  final @Nullable BranchScope parent;

  /** Which branch or iteration of the parent's state it is. */
  final int index;

  final Branch branch;
  final Map<String, Payload> variables = new LinkedHashMap<>();
  final Map<Integer, Integer> attempts = new TreeMap<>();
  String state;
  Payload input;
  Phase phase = new Phase.Ready();

  /** The id of the event by which it entered its state, and when that was. */
  long entered;

  long enteredAt;

  /** The event that the next one follows. */
  long previous;

  /** How often its state was tried again. */
  int retries;

  /** Grows with every attempt and transition, so that late answers are told from timely ones. */
  int sequence;

  /** How many branches or iterations its state has begun, and how many of them ended well. */
  int opened;

  int done;

  /** The items of a distributed Map whose executions were started by this process, or ended. */
  final BitSet started = new BitSet();

  /** How many items of a distributed Map have failed. */
  int failed;

  BranchScope(int id, @Nullable BranchScope parent, int index, Branch branch, Payload input) {
    this.id = id;
    this.parent = parent;
    this.index = index;
    this.branch = branch;
    this.state = branch.startAt();
    this.input = input;
  }

  StateDefinition current() {
    return branch.state(state);
  }

  /** Goes to a state with an input; nothing of the state before is left. */
  void enter(String next, Payload with) {
    state = next;
    input = with;
    attempts.clear();
    retries = 0;
    sequence++;
    phase = new Phase.Ready();
  }

  /** Counts the execution of an item of a distributed Map. */
  void ended(int index, TaskOutcome outcome) {
    started.set(index);
    failed += outcome.output() == null ? 1 : 0;
  }

  @Nullable JsonNode variable(String name) {
    for (BranchScope scope = this; scope != null; scope = scope.parent) {
      Payload value = scope.variables.get(name);
      if (value != null) {
        return value.json();
      }
    }
    return null;
  }

  /** How many characters of data it holds. */
  long size() {
    long held =
        switch (phase) {
          case Phase.Working working -> working.arguments().length();
          case Phase.Fetching fetching -> fetching.arguments().length();
          case Phase.Done(String output) -> output.length();
          case Phase.Ready r -> 0;
          case Phase.Sleeping s -> 0;
          case Phase.Backoff b -> 0;
          case Phase.Branching b -> 0;
          case Phase.Iterating i -> 0;
          case Phase.Mapping m -> 0;
        };
    return held
        + input.text().length()
        + variables.values().stream().mapToLong(value -> value.text().length()).sum();
  }

  /** A scope as stored. */
  record Snapshot(
      int id,
      int parent,
      int index,
      String state,
      String input,
      Map<String, String> variables,
      Map<Integer, Integer> attempts,
      Phase phase,
      long entered,
      long enteredAt,
      long previous,
      int retries,
      int sequence) {}

  ScopeRow row() {
    Map<String, String> values = new LinkedHashMap<>();
    variables.forEach((name, value) -> values.put(name, value.text()));
    var frame =
        new Snapshot(
            id,
            parent == null ? -1 : parent.id,
            index,
            state,
            input.text(),
            values,
            attempts,
            phase,
            entered,
            enteredAt,
            previous,
            retries,
            sequence);
    return new ScopeRow(id, phase.due(), phase.live(), Json.mapper().writeValueAsBytes(frame));
  }

  static BranchScope of(Snapshot frame, @Nullable BranchScope parent, Branch branch) {
    Payload input = Payload.parse(frame.input());
    BranchScope scope = new BranchScope(frame.id(), parent, frame.index(), branch, input);
    frame.variables().forEach((name, text) -> scope.variables.put(name, Payload.parse(text)));
    scope.attempts.putAll(frame.attempts());
    scope.state = frame.state();
    scope.phase = frame.phase();
    scope.entered = frame.entered();
    scope.enteredAt = frame.enteredAt();
    scope.previous = frame.previous();
    scope.retries = frame.retries();
    scope.sequence = frame.sequence();
    return scope;
  }
}
