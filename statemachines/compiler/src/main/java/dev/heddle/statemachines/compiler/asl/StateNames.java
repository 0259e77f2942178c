package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names states, uniquely in the whole machine, in at most 80 characters. */
final class StateNames {
  private static final int LONGEST = 80;
  private final Map<AslState, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** Nodes choose before the states that merely help them. */
  StateNames(List<AslState> states) {
    states.stream().sorted(Comparator.comparingInt(StateNames::rank)).forEach(this::of);
  }

  private static int rank(AslState state) {
    DrawingStep step = state.step();
    return step == null ? Integer.MAX_VALUE : step.number();
  }

  String of(AslState state) {
    return names.computeIfAbsent(state, _ -> fresh(state.name()));
  }

  /** A name that no state has yet. */
  String fresh(String wish) {
    String plain = wish.replaceAll("\\p{Cntrl}", " ").strip();
    String name = cut(plain, LONGEST);
    for (int number = 2; !taken.add(name); number++) {
      String suffix = " (" + number + ")";
      name = cut(plain, LONGEST - suffix.length()) + suffix;
    }
    return name;
  }

  private static String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
