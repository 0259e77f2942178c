package dev.heddle.statemachines.compiler.meaning;

import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.statemachines.compiler.Compiler;
import dev.heddle.statemachines.compiler.SampleTypes;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Compares random drawings with their machines, and makes a difference smaller. */
final class Proof {
  private final Compiler compiler = new Compiler(SampleTypes.VOCABULARY, new Local());
  private final LongAdder compared = new LongAdder();

  /** What the embedded engine knows by which name. */
  private record Local() implements ResourceNames {

    @Override
    public String function(NodeType type) {
      return "heddle-" + type.name() + ":live";
    }

    @Override
    public String function(NodeType type, String provider) {
      return "heddle-" + type.name() + "-" + provider + ":live";
    }

    @Override
    public Optional<String> workflow(String id) {
      return Optional.of(AccountArns.LOCAL.machine(id));
    }

    @Override
    public String machine(String name) {
      return AccountArns.LOCAL.machine(name);
    }
  }

  /** How many drawings were compiled and run. */
  long compared() {
    return compared.sum();
  }

  /** What is different about the drawing of a seed, with the smallest drawing that shows it. */
  Optional<String> difference(long seed) {
    Draft draft = new RandomDraft(seed, Kind.ALL).draw();
    return difference(draft).map(_ -> report(seed, draft));
  }

  private Optional<String> difference(Draft draft) {
    try {
      CompilationResult compilation = compiler.compile(draft.graph());
      if (compilation.machine() == null) {
        return isExplained(compilation) ? Optional.empty() : Optional.of("no machine and no error");
      }
      Optional<String> difference = new Comparison(draft, compilation.machine()).difference();
      compared.increment();
      return difference;
    } catch (Ambiguous e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // Whatever breaks is a difference to be made smaller.
      return Optional.of(e + " at " + e.getStackTrace()[0]);
    }
  }

  private static boolean isExplained(CompilationResult compilation) {
    return compilation.issues().stream()
        .anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
  }

  private String report(long seed, Draft found) {
    Draft least = found;
    for (Optional<Draft> next = Optional.of(found); next.isPresent(); ) {
      least = next.get();
      next = least.smaller().filter(draft -> difference(draft).isPresent()).findFirst();
    }
    CompilationResult compilation = compiler.compile(least.graph());
    return """
        seed %d: %s
        %s
        world %s, %s fires with %s
        %s"""
        .formatted(
            seed,
            difference(least).orElse(""),
            least.graph().toPrettyString(),
            least.world(),
            least.trigger(),
            least.input(),
            compilation.machine() == null
                ? compilation.issues()
                : compilation.machine().definition().toPrettyString());
  }
}
