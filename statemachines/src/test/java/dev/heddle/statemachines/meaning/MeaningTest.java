package dev.heddle.statemachines.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.heddle.statemachines.Compilation;
import dev.heddle.statemachines.Compiler;
import dev.heddle.statemachines.Issue;
import dev.heddle.statemachines.SampleTypes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Random drawings mean the same compiled as they do by the rules. */
class MeaningTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final int DRAWINGS = Integer.getInteger("drawings", 1_500);
  private static final Compiler COMPILER = SampleTypes.compiler();

  @Test
  void compiledDrawingsMeanWhatTheyMean() {
    int compared = 0;
    for (long seed = SEED; seed < SEED + DRAWINGS; seed++) {
      Draft draft = new RandomDraft(seed).draw();
      Optional<String> difference = difference(draft);
      if (difference.isPresent()) {
        report(seed, draft);
      }
      compared += compiles(draft) ? 1 : 0;
    }
    assertThat(compared).as("drawings that compile").isGreaterThan(DRAWINGS / 2);
  }

  private static boolean compiles(Draft draft) {
    return COMPILER.compile(draft.graph()).machine() != null;
  }

  private static Optional<String> difference(Draft draft) {
    Compilation compilation = COMPILER.compile(draft.graph());
    if (compilation.machine() == null) {
      return compilation.issues().stream()
              .anyMatch(issue -> issue.severity() == Issue.Severity.ERROR)
          ? Optional.empty()
          : Optional.of("no machine and no error");
    }
    try {
      return new Comparison(draft, compilation.machine()).difference();
    } catch (RuntimeException e) {
      // Whatever breaks is a difference to be made smaller.
      return Optional.of(e.toString());
    }
  }

  private static void report(long seed, Draft found) {
    Draft least = found;
    for (Optional<Draft> next = Optional.of(found); next.isPresent(); ) {
      least = next.get();
      next = least.smaller().filter(draft -> difference(draft).isPresent()).findFirst();
    }
    fail(
        "seed %d: %s%n%s%nworld %s, %s fires with %s%n%s",
        seed,
        difference(least).orElse(""),
        least.graph().toPrettyString(),
        least.world(),
        least.trigger(),
        least.input(),
        COMPILER.compile(least.graph()).machine().definition().toPrettyString());
  }
}
