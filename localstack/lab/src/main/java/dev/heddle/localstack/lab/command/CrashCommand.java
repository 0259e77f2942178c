package dev.heddle.localstack.lab.command;

import dev.heddle.localstack.lab.crash.CrashHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Kills the engine in the middle of runs and checks that nothing is lost or done twice. */
public final class CrashCommand implements HeddleCommand {
  private static final int RUNS = 2_000;
  private static final int KILLS = 20;
  private static final int SEED = 1;
  private static final int WITHIN_MILLIS = 4_000;
  private static final int SHOWN = 20;

  @Override
  public String word() {
    return "crash";
  }

  @Override
  public String summary() {
    return "kill the state machine engine in the middle of runs, and check them";
  }

  @Override
  public String help() {
    return """
        Usage: localstack/heddle crash [--runs N] [--kills N] [--seed N]

        Starts runs with tasks, Parallel and Map states, waits, retries, children and tokens, in a
        separate process over a temporary folder, kills it with SIGKILL at random instants, and
        checks every run that was accepted: its end, its history, and how often its tasks were called.

          --runs N    how many runs (default %d)
          --kills N   how many kills (default %d)
          --seed N    chooses the instants (default %d)

        Exit status: 0 all is well, 1 something was lost or done twice, 2 wrong usage.
        """
        .formatted(RUNS, KILLS, SEED);
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options =
        CommandOptions.of(arguments, Set.of("--runs", "--kills", "--seed"), Set.of());
    options.noWords();
    int runs = options.number("--runs", RUNS);
    int kills = options.number("--kills", KILLS);
    int seed = options.number("--seed", SEED);
    try {
      Path folder = Files.createTempDirectory("heddle-crash");
      var settings = new CrashHarness.Settings(folder, runs, kills, seed, WITHIN_MILLIS);
      CrashHarness.Verdict verdict = CrashHarness.run(settings, System.err::println);
      tell(verdict, folder);
      if (verdict.problems().isEmpty()) {
        TemporaryFolders.remove(folder);
      }
      return verdict.problems().isEmpty() ? 0 : 1;
    } catch (IOException e) {
      throw CommandRefusal.of("the temporary folder can't be used: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandRefusal.of("interrupted");
    }
  }

  private static void tell(CrashHarness.Verdict verdict, Path folder) {
    System.out.printf(
        "%d runs accepted, %d kills, %d events, %d calls of tasks, %d of them again after a kill%n",
        verdict.accepted(), verdict.kills(), verdict.events(), verdict.calls(), verdict.repeated());
    if (verdict.problems().isEmpty()) {
      System.out.println("Passed: every accepted run ended as it should, once.");
      return;
    }
    System.out.printf(
        "FAILED with %d problems; the files are in %s%n", verdict.problems().size(), folder);
    verdict.problems().stream().limit(SHOWN).forEach(problem -> System.out.println("  " + problem));
  }
}
