package dev.heddle.statemachines.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Branches from one fork to a merge that takes the first of them to succeed. */
final class Race {
  private final String fork;
  private final String port;
  private final String merge;
  private final List<Set<String>> branches;

  /** What came of it; no winner when all failed. */
  record Result(Optional<Level> winner, Optional<Done.Failed> failed, Trace trace, Span span) {}

  private Race(String fork, String port, String merge, List<Set<String>> branches) {
    this.fork = fork;
    this.port = port;
    this.merge = merge;
    this.branches = branches;
  }

  static List<Race> among(Drawn drawn, Set<String> members) {
    return members.stream()
        .filter(node -> drawn.type(node).equals("merge@1") && drawn.works(node))
        .filter(node -> drawn.config(node).path("mode").stringValue("").equals("first"))
        .map(merge -> of(drawn, members, merge))
        .toList();
  }

  /** The fork is the port all of whose ways, and no others, lead to the merge. */
  private static Race of(Drawn drawn, Set<String> members, String merge) {
    for (String fork : members) {
      for (String port : drawn.outOf(fork).map(Drawn.Arrow::port).distinct().toList()) {
        List<Set<String>> branches = branches(drawn, fork, port, merge);
        if (branches.size() > 1 && isWhole(drawn, fork, merge, branches)) {
          return new Race(fork, port, merge, branches);
        }
      }
    }
    throw new IllegalStateException(merge + " takes the first of no fork");
  }

  private static List<Set<String>> branches(Drawn drawn, String fork, String port, String merge) {
    List<Set<String>> branches = new ArrayList<>();
    Set<String> after = drawn.reachable(Set.of(merge));
    for (String first :
        drawn.outOf(fork).filter(a -> a.port().equals(port)).map(Drawn.Arrow::target).toList()) {
      Set<String> branch = drawn.reachable(Set.of(first));
      branch.removeAll(after);
      branches.add(branch);
    }
    return branches;
  }

  private static boolean isWhole(
      Drawn drawn, String fork, String merge, List<Set<String>> branches) {
    Set<String> all = new LinkedHashSet<>();
    int count = 0;
    for (Set<String> branch : branches) {
      all.addAll(branch);
      count += branch.size();
    }
    boolean complete =
        drawn.into(merge).allMatch(a -> a.source().equals(fork) || all.contains(a.source()));
    boolean leaks =
        all.stream()
            .flatMap(drawn::outOf)
            .anyMatch(a -> !a.target().equals(merge) && !all.contains(a.target()));
    return complete && !leaks && count == all.size();
  }

  boolean begins(String node) {
    return fork.equals(node);
  }

  boolean holds(String node) {
    return branches.stream().anyMatch(branch -> branch.contains(node));
  }

  Set<String> nodes() {
    return branches.stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  String fork() {
    return fork;
  }

  String port() {
    return port;
  }

  String merge() {
    return merge;
  }

  /** Runs all branches; the fastest that doesn't fail is kept. */
  Result run(Level level) {
    List<Level> levels = branches.stream().map(level::branch).toList();
    levels.forEach(Level::run);
    List<Level> good = levels.stream().filter(branch -> branch.failures().isEmpty()).toList();
    if (good.isEmpty()) {
      return lost(levels);
    }
    Level winner = fastest(good);
    Trace trace = new Trace();
    levels.forEach(
        branch -> {
          if (branch == winner) {
            trace.addAll(branch.trace());
          } else {
            trace.addPossible(branch.trace());
          }
        });
    return new Result(Optional.of(winner), Optional.empty(), trace, winner.span());
  }

  private Level fastest(List<Level> good) {
    return good.stream()
        .filter(
            one ->
                good.stream().allMatch(other -> other == one || one.span().isBefore(other.span())))
        .findFirst()
        .orElseThrow(() -> new Ambiguous("No branch before " + merge + " is surely the first"));
  }

  private static Result lost(List<Level> levels) {
    Trace trace = new Trace();
    Set<Done.Failure> failures = new LinkedHashSet<>();
    Span span = Span.NONE;
    for (Level branch : levels) {
      trace.addPossible(branch.trace());
      failures.addAll(branch.failures());
      span = span.beside(branch.span());
    }
    return new Result(
        Optional.empty(), Optional.of(new Done.Failed(failures, span.orLess())), trace, span);
  }
}
