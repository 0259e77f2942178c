package dev.heddle.statemachines.compiler.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Branches from one fork to a merge that takes the first of them to succeed. */
final class Race {
  /** What stands for the beginning of a body, where its first nodes begin at once. */
  private static final MeaningGraph.Arrow START = new MeaningGraph.Arrow("", "", "");

  private final String fork;
  private final String port;
  private final String merge;
  private final List<Set<String>> branches;

  /** What came of it: a winner, a failure, or neither. */
  record Result(Optional<Level> winner, Optional<Done.Failed> failed, Trace trace, Span span) {}

  private Race(String fork, String port, String merge, List<Set<String>> branches) {
    this.fork = fork;
    this.port = port;
    this.merge = merge;
    this.branches = branches;
  }

  static List<Race> among(MeaningGraph drawn, Set<String> members) {
    return members.stream()
        .filter(node -> drawn.type(node).equals("merge@1") && drawn.works(node))
        .filter(node -> drawn.config(node).path("mode").stringValue("").equals("first"))
        .map(merge -> of(drawn, members, merge))
        .toList();
  }

  /** The fork is the last port, or the start, all of whose ways lead to the merge. */
  private static Race of(MeaningGraph drawn, Set<String> members, String merge) {
    Map<MeaningGraph.Arrow, List<String>> forks = new LinkedHashMap<>();
    for (String node : members) {
      if (drawn.into(node).findAny().isEmpty()) {
        forks.computeIfAbsent(START, _ -> new ArrayList<>()).add(node);
      }
      drawn
          .outOf(node)
          .forEach(
              arrow ->
                  forks
                      .computeIfAbsent(
                          new MeaningGraph.Arrow(node, arrow.port(), ""), _ -> new ArrayList<>())
                      .add(arrow.target()));
    }
    return forks.entrySet().stream()
        .map(fork -> of(drawn, fork.getKey(), fork.getValue(), merge))
        .filter(race -> race.branches.size() > 1 && race.isWhole(drawn, members))
        .min(Comparator.comparingInt(race -> race.nodes().size()))
        .orElseThrow(() -> new IllegalStateException(merge + " takes the first of no fork"));
  }

  private static Race of(
      MeaningGraph drawn, MeaningGraph.Arrow fork, List<String> firsts, String merge) {
    return new Race(fork.source(), fork.port(), merge, branches(drawn, firsts, merge));
  }

  private static List<Set<String>> branches(MeaningGraph drawn, List<String> firsts, String merge) {
    List<Set<String>> branches = new ArrayList<>();
    Set<String> after = drawn.reachable(Set.of(merge));
    for (String first : firsts) {
      Set<String> branch = drawn.reachable(Set.of(first));
      branch.removeAll(after);
      branches.add(branch);
    }
    return branches;
  }

  private boolean isWhole(MeaningGraph drawn, Set<String> members) {
    Set<String> all = new LinkedHashSet<>();
    int count = 0;
    for (Set<String> branch : branches) {
      all.addAll(branch);
      count += branch.size();
    }
    boolean complete =
        drawn
            .into(merge)
            .filter(a -> members.contains(a.source()))
            .allMatch(a -> all.contains(a.source()));
    boolean leaks =
        all.stream()
            .flatMap(drawn::outOf)
            .anyMatch(a -> !a.target().equals(merge) && !all.contains(a.target()));
    boolean strays = all.stream().anyMatch(node -> strays(drawn, node, merge));
    return complete && !leaks && !strays && count == all.size();
  }

  /** Whether it leads nowhere, and doesn't end the branch by a failure either. */
  private static boolean strays(MeaningGraph drawn, String node, String merge) {
    return !drawn.reachable(Set.of(node)).contains(merge) && !Work.isFailing(drawn.node(node));
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

  /** Runs all branches; the fastest that comes to the merge is kept. */
  Result run(Level level) {
    List<Level> levels = branches.stream().map(level::branch).toList();
    levels.forEach(Level::run);
    List<Level> arriving = levels.stream().filter(one -> one.comesTo(merge)).toList();
    Optional<Level> winner = arriving.isEmpty() ? Optional.empty() : Optional.of(fastest(arriving));
    Trace trace = new Trace();
    for (Level branch : levels) {
      if (winner.isEmpty() && branch.failures().isEmpty() || winner.equals(Optional.of(branch))) {
        trace.addAll(branch.trace());
      } else {
        trace.addPossible(branch.trace());
      }
    }
    Span all = levels.stream().map(Level::span).reduce(Span.NONE, Span::beside);
    Span span = winner.map(Level::span).orElse(all.orLess());
    return new Result(winner, winner.isPresent() ? Optional.empty() : lost(levels), trace, span);
  }

  private Level fastest(List<Level> arriving) {
    return arriving.stream()
        .filter(one -> arriving.stream().allMatch(two -> two == one || one.isBefore(two)))
        .findFirst()
        .orElseThrow(() -> new Ambiguous("No branch before " + merge + " is surely the first"));
  }

  /** When nobody came to the merge, it fails with what the first of those that failed did. */
  private static Optional<Done.Failed> lost(List<Level> levels) {
    return levels.stream()
        .map(Level::failures)
        .filter(failures -> !failures.isEmpty())
        .findFirst()
        .map(failures -> failures.stream().map(Race::told).collect(Collectors.toSet()))
        .map(failures -> new Done.Failed(failures, Span.NONE));
  }

  private static Done.Failure told(Done.Failure failure) {
    return failure.cause() == null ? new Done.Failure(failure.error(), "") : failure;
  }
}
