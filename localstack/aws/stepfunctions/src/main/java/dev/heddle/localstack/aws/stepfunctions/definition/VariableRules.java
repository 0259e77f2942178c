package dev.heddle.localstack.aws.stepfunctions.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules for variables: their names, and that no scope assigns what an outer one does. */
final class VariableRules {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

  private VariableRules() {}

  static void checkName(DefinitionObject state, String name) {
    String bare = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
    if (!NAME.matcher(bare).matches() || bare.equals("states")) {
      state.problem("Invalid variable name '" + bare + "'", "Assign");
    }
  }

  static void checkScopes(Branch top, List<DefinitionProblem> problems) {
    check(top, Set.of(), "/States/", problems);
  }

  private static void check(
      Branch branch, Set<String> outer, String at, List<DefinitionProblem> problems) {
    Set<String> own = assigned(branch);
    Set<String> both = new TreeSet<>(own);
    both.retainAll(outer);
    for (String name : both) {
      String message = "Variable '" + name + "' is already assigned in an outer scope";
      problems.add(new DefinitionProblem(DefinitionProblem.SCHEMA, message, at + branch.startAt()));
    }
    Set<String> visible = new HashSet<>(outer);
    visible.addAll(own);
    for (StateDefinition state : branch.states().values()) {
      for (Branch inner : state.branches()) {
        check(inner, isolated(state) ? Set.of() : visible, at + state.name() + "/", problems);
      }
    }
  }

  private static boolean isolated(StateDefinition state) {
    return state instanceof StateDefinition.MapState each && each.distribution() != null;
  }

  private static Set<String> assigned(Branch branch) {
    Set<String> names = new HashSet<>();
    branch.states().values().forEach(state -> names.addAll(state.assigned()));
    return names;
  }
}
