package dev.heddle.localstack.aws.dynamodb.expression;

import java.util.List;

/** Paths of one expression must neither contain each other nor disagree on what a value is. */
final class PathRules {
  private PathRules() {}

  static void check(ExpressionGrammar grammar, List<DocumentPath> paths) {
    for (int later = 1; later < paths.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        check(grammar, paths.get(earlier), paths.get(later));
      }
    }
  }

  private static void check(ExpressionGrammar grammar, DocumentPath one, DocumentPath two) {
    int common = Math.min(one.steps().size(), two.steps().size());
    for (int at = 0; at < common; at++) {
      DocumentPath.Step first = one.steps().get(at);
      DocumentPath.Step second = two.steps().get(at);
      if (first.getClass() != second.getClass()) {
        grammar.problem(ExpressionProblem.PATHS, message("conflict", one, two));
        return;
      }
      if (!first.equals(second)) {
        return;
      }
    }
    grammar.problem(ExpressionProblem.PATHS, message("overlap", one, two));
  }

  /** An order from the back of each list, so that no removal moves what another one means. */
  static int lastFirst(DocumentPath one, DocumentPath other) {
    int common = Math.min(one.steps().size(), other.steps().size());
    for (int at = 0; at < common; at++) {
      int order = lastFirst(one.steps().get(at), other.steps().get(at));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(other.steps().size(), one.steps().size());
  }

  private static int lastFirst(DocumentPath.Step one, DocumentPath.Step other) {
    return switch (one) {
      case DocumentPath.Index(int first) when other instanceof DocumentPath.Index(int second) ->
          Integer.compare(second, first);
      case DocumentPath.Name(String first) when other instanceof DocumentPath.Name(String second) ->
          first.compareTo(second);
      case DocumentPath.Index ignored -> -1;
      case DocumentPath.Name ignored -> 1;
    };
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
