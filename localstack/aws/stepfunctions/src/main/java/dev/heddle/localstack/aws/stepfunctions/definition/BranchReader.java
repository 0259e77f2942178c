package dev.heddle.localstack.aws.stepfunctions.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a set of states, and checks that its transitions lead somewhere and everywhere. */
final class BranchReader {
  private final boolean express;
  private final UniqueStateNames names;

  BranchReader(boolean express, UniqueStateNames names) {
    this.express = express;
    this.names = names;
  }

  boolean express() {
    return express;
  }

  Branch read(DefinitionObject branch, QueryLanguage dialect) {
    branch.require("StartAt", "States");
    String start = branch.string("StartAt");
    Map<String, StateDefinition> states = new LinkedHashMap<>();
    JsonNode all = branch.get("States");
    if (all != null && (!all.isObject() || all.isEmpty())) {
      branch.problem("Expected an Object with at least one state", "States");
    } else if (all != null) {
      readAll(branch.inner(all, "States"), dialect, states);
      checkTransitions(branch, start, states);
    }
    return new Branch(start == null ? "" : start, states);
  }

  private void readAll(
      DefinitionObject all, QueryLanguage dialect, Map<String, StateDefinition> states) {
    for (var field : all.node().properties()) {
      names.take(all, field.getKey());
      if (field.getValue().isObject()) {
        DefinitionObject state = all.inner(field.getValue(), field.getKey());
        StateDefinition read = new StateReader(this, state, field.getKey(), dialect).read();
        if (read != null) {
          states.put(field.getKey(), read);
        }
      } else {
        all.problem("Expected value of type Object", field.getKey());
      }
    }
  }

  private static void checkTransitions(
      DefinitionObject branch, @Nullable String start, Map<String, StateDefinition> states) {
    Set<String> defined = new HashSet<>();
    Objects.requireNonNull(branch.get("States")).propertyNames().forEach(defined::add);
    if (start != null && !defined.contains(start)) {
      branch.problem(DefinitionProblem.TARGET, "Missing 'StartAt' target: " + start, "StartAt");
      return;
    }
    states.values().forEach(state -> checkTargets(branch, state, defined));
    if (start != null && states.size() == defined.size()) {
      checkReached(branch, start, states);
    }
  }

  private static void checkTargets(
      DefinitionObject branch, StateDefinition state, Set<String> defined) {
    for (String target : targets(state)) {
      if (!defined.contains(target)) {
        String at = "States/" + state.name() + "/Next";
        branch.problem(DefinitionProblem.TARGET, "Missing 'Next' target: " + target, at);
      }
    }
  }

  private static void checkReached(
      DefinitionObject branch, String start, Map<String, StateDefinition> states) {
    Set<String> reached = new HashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      StateDefinition state = states.get(open.pop());
      for (String target : state == null ? List.<String>of() : targets(state)) {
        if (reached.add(target)) {
          open.push(target);
        }
      }
    }
    for (String name : states.keySet()) {
      if (!reached.contains(name)) {
        branch.problem(
            DefinitionProblem.TARGET, "State \"" + name + "\" is not reachable.", "States/" + name);
      }
    }
  }

  private static List<String> targets(StateDefinition state) {
    List<String> targets = new ArrayList<>();
    state.recovery().catchers().forEach(catcher -> targets.add(catcher.next()));
    switch (state) {
      case StateDefinition.Pass pass -> add(targets, pass.next());
      case StateDefinition.Task task -> add(targets, task.next());
      case StateDefinition.Wait wait -> add(targets, wait.next());
      case StateDefinition.Parallel parallel -> add(targets, parallel.next());
      case StateDefinition.MapState each -> add(targets, each.next());
      case StateDefinition.Choice choice -> {
        choice.rules().forEach(rule -> targets.add(rule.next()));
        add(targets, choice.otherwise());
      }
      case StateDefinition.Succeed s -> {}
      case StateDefinition.Fail f -> {}
    }
    return targets;
  }

  private static void add(List<String> targets, @Nullable String target) {
    if (target != null) {
      targets.add(target);
    }
  }
}
