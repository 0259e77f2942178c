package dev.heddle.statemachines.compiler.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.statemachines.compiler.SampleTypes;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.Issue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A machine orders what the drawing orders, what is reported, and nothing else. Steps behind one
 * that always ends the run have no state and are left out.
 */
class OrderingsTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final int DRAWINGS = Integer.getInteger("orderings", 400);
  private static final int WORLDS = 12;

  /** Not loops, in which everything comes after everything. */
  private static final Set<Kind> KINDS = EnumSet.complementOf(EnumSet.of(Kind.LOOP, Kind.RACE));

  /** One step before another. */
  private record Pair(String before, String after) {}

  @Test
  void addedOrderingsAreReportedExactly() {
    int reported = 0;
    for (long seed = SEED; seed < SEED + DRAWINGS; seed++) {
      Draft draft = new RandomDraft(seed, KINDS).draw();
      CompilationResult compilation = SampleTypes.compiler().compile(draft.graph());
      if (compilation.machine() != null) {
        reported += check(seed, draft, compilation.issues(), compilation.machine());
      }
    }
    assertThat(reported).as("orderings that were reported").isPositive();
  }

  private static int check(long seed, Draft draft, List<Issue> issues, CompiledMachine machine) {
    Set<Pair> reported = reported(issues);
    Set<Pair> expected = closure(drawn(draft), reported);
    MachineOrder order = new MachineOrder(machine.definition());
    Map<String, String> states = states(machine);
    reported.removeIf(pair -> !states.keySet().containsAll(List.of(pair.before(), pair.after())));
    for (Pair pair : reported) {
      assertThat(order.isBefore(states.get(pair.before()), states.get(pair.after())))
          .as("seed %d reports %s", seed, pair)
          .isTrue();
    }
    Set<Pair> together = seenTogether(draft);
    together.removeIf(pair -> !states.keySet().containsAll(List.of(pair.before(), pair.after())));
    for (Pair pair : together) {
      boolean before = order.isBefore(states.get(pair.before()), states.get(pair.after()));
      assertThat(!before || expected.contains(pair)).as("seed %d orders %s", seed, pair).isTrue();
    }
    return reported.size();
  }

  private static Set<Pair> reported(List<Issue> issues) {
    Set<Pair> pairs = new HashSet<>();
    for (Issue issue : issues) {
      if (issue.rule().equals("added-ordering")) {
        String names = issue.message().substring(issue.message().indexOf(": ") + 2);
        for (String before : names.split(", ")) {
          pairs.add(new Pair(before, issue.node()));
        }
      }
    }
    return pairs;
  }

  private static Set<Pair> drawn(Draft draft) {
    Set<Pair> pairs = new HashSet<>();
    draft
        .edges()
        .forEach(
            edge ->
                pairs.add(
                    new Pair(
                        edge.path("source").stringValue(), edge.path("target").stringValue())));
    return pairs;
  }

  private static Set<Pair> closure(Set<Pair> drawn, Set<Pair> reported) {
    Set<Pair> all = new HashSet<>(drawn);
    all.addAll(reported);
    boolean grown = true;
    while (grown) {
      List<Pair> more = new ArrayList<>();
      for (Pair one : all) {
        all.stream()
            .filter(two -> two.before().equals(one.after()))
            .forEach(two -> more.add(new Pair(one.before(), two.after())));
      }
      grown = all.addAll(more);
    }
    return all;
  }

  private static Map<String, String> states(CompiledMachine machine) {
    Map<String, String> states = new HashMap<>();
    machine
        .sourceMap()
        .states()
        .forEach(
            (state, origin) -> {
              if (origin.runs() || !states.containsKey(origin.node())) {
                states.put(origin.node(), state);
              }
            });
    return states;
  }

  /** Steps beside each other that were seen to run in the same run. */
  private static Set<Pair> seenTogether(Draft draft) {
    Set<Pair> pairs = new HashSet<>();
    Map<String, String> parents = new HashMap<>();
    draft
        .nodes()
        .forEach(
            node ->
                parents.put(node.path("id").stringValue(), node.path("parent").stringValue("")));
    for (long world = 0; world < WORLDS; world++) {
      Set<String> ran = ran(draft, new FunctionAnswers(world));
      for (String one : ran) {
        ran.stream()
            .filter(other -> !other.equals(one) && parents.get(other).equals(parents.get(one)))
            .forEach(other -> pairs.add(new Pair(one, other)));
      }
    }
    return pairs;
  }

  private static Set<String> ran(Draft draft, FunctionAnswers world) {
    try {
      Meaning meaning = new Reference(draft.graph(), world, draft.trigger(), draft.input()).run();
      return meaning.errors().isEmpty() ? meaning.ran() : Set.of();
    } catch (Ambiguous e) {
      return Set.of();
    }
  }
}
