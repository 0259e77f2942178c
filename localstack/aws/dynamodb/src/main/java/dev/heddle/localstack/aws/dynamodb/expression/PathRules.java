package dev.heddle.localstack.aws.dynamodb.expression;

import java.util.List;

/** Paths of one expression must neither contain each other nor disagree on what a value is. */
final class PathRules {
  private PathRules() {}

  static void check(Grammar grammar, List<DocumentPath> paths) {
    for (int later = 1; later < paths.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        check(grammar, paths.get(earlier), paths.get(later));
      }
    }
  }

  private static void check(Grammar grammar, DocumentPath one, DocumentPath two) {
    int common = Math.min(one.steps().size(), two.steps().size());
    for (int at = 0; at < common; at++) {
      DocumentPath.Step first = one.steps().get(at);
      DocumentPath.Step second = two.steps().get(at);
      if (first.getClass() != second.getClass()) {
        grammar.problem(Problem.CONFLICT, message("conflict", one, two));
        return;
      }
      if (!first.equals(second)) {
        return;
      }
    }
    grammar.problem(Problem.OVERLAP, message("overlap", one, two));
  }

  private static String message(String what, DocumentPath one, DocumentPath two) {
    return "Two document paths "
        + what
        + " with each other; must remove or rewrite one of these paths; path one: "
        + one
        + ", path two: "
        + two;
  }
}
