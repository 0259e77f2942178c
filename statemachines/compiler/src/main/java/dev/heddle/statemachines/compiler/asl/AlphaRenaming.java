package dev.heddle.statemachines.compiler.asl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names variables so that no scope assigns one that a scope around it assigns too: the outermost
 * keeps the name, inner ones get a number.
 */
final class AlphaRenaming {
  private final Map<LexicalScope, Set<String>> assigned = new HashMap<>();
  private final Map<String, List<String>> names = new HashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final Set<String> taken;

  /** {@code ids}: the ids of all nodes, which no numbered name may be. */
  AlphaRenaming(DefiniteAssignment definiteAssignment, Set<String> ids) {
    this.taken = new HashSet<>(ids);
    definiteAssignment
        .scopes()
        .forEach(scope -> assigned.put(scope, definiteAssignment.variables(scope)));
    assigned.values().forEach(taken::addAll);
    definiteAssignment.scopes().forEach(this::nameAll);
  }

  private void nameAll(LexicalScope scope) {
    for (String variable : assigned.getOrDefault(scope, Set.of())) {
      origins.put(name(scope, variable), variable);
    }
  }

  /** What a variable is called in a scope that assigns it. */
  String name(LexicalScope scope, String variable) {
    int depth = 0;
    for (LexicalScope outer = scope.outer(); outer != null; outer = outer.outer()) {
      depth += assigns(outer, variable) ? 1 : 0;
    }
    List<String> known = names.computeIfAbsent(variable, _ -> new ArrayList<>(List.of(variable)));
    for (int number = known.size() + 1; known.size() <= depth; number++) {
      String next = variable + "_" + number;
      if (!taken.contains(next) && !known.contains(next)) {
        known.add(next);
      }
    }
    return known.get(depth);
  }

  private boolean assigns(@Nullable LexicalScope scope, String variable) {
    return assigned.getOrDefault(scope, Set.of()).contains(variable);
  }

  /** Every name in use, and the variable it is an instance of. */
  Map<String, String> origins() {
    return new LinkedHashMap<>(origins);
  }
}
