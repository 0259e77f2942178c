package dev.heddle.statemachines.compiler.meaning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which states of a machine can only be entered after others. */
final class MachineOrder {
  private final Map<String, List<String>> paths = new HashMap<>();
  private final Map<String, Set<String>> following = new HashMap<>();

  MachineOrder(JsonNode machine) {
    scope(machine, List.of());
  }

  private void scope(JsonNode scope, List<String> around) {
    JsonNode states = scope.path("States");
    for (Map.Entry<String, JsonNode> state : states.properties()) {
      List<String> path = new ArrayList<>(around);
      path.add(state.getKey());
      paths.put(state.getKey(), path);
      following.put(state.getKey(), following(state.getKey(), states));
      List<JsonNode> inner = new ArrayList<>(state.getValue().path("Branches").values());
      if (state.getValue().has("ItemProcessor")) {
        inner.add(state.getValue().path("ItemProcessor"));
      }
      for (int i = 0; i < inner.size(); i++) {
        List<String> inside = new ArrayList<>(path);
        inside.add(state.getKey() + "[" + i + "]");
        scope(inner.get(i), inside);
      }
    }
  }

  private static Set<String> following(String state, JsonNode states) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(state));
    while (!open.isEmpty()) {
      JsonNode json = states.path(open.remove());
      List<String> next = new ArrayList<>();
      next.add(json.path("Next").stringValue(""));
      next.add(json.path("Default").stringValue(""));
      json.path("Choices").forEach(rule -> next.add(rule.path("Next").stringValue("")));
      json.path("Catch").forEach(rule -> next.add(rule.path("Next").stringValue("")));
      next.stream().filter(name -> !name.isEmpty() && seen.add(name)).forEach(open::add);
    }
    return seen;
  }

  boolean isBefore(String one, String other) {
    List<String> left = paths.get(one);
    List<String> right = paths.get(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return following.getOrDefault(left.get(i), Set.of()).contains(right.get(i));
      }
    }
    return false;
  }
}
