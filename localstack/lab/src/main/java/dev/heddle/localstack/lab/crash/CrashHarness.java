package dev.heddle.localstack.lab.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Starts runs, kills the process at random instants, and lets what is left go to its end. */
public final class CrashHarness {
  private static final long PATIENCE_MILLIS = 60_000;

  private final Settings settings;
  private final Consumer<String> progress;
  private final Random random;
  private final CrashJournal notes;

  /**
   * What to do.
   *
   * @param folder empty; what the processes leave is kept in it
   * @param within a process is killed within so many milliseconds from when it opened the engine
   */
  public record Settings(Path folder, int runs, int kills, long seed, int within) {}

  /**
   * What came of it.
   *
   * @param calls how many calls tasks made, of which {@code repeated} because of a kill
   * @param problems what should not be; empty when all is well
   */
  public record Verdict(
      int accepted, int kills, long events, long calls, long repeated, List<String> problems) {}

  private CrashHarness(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    this.random = new Random(settings.seed());
    this.notes = new CrashJournal(settings.folder());
  }

  /** Does it all, telling how far it has come. */
  public static Verdict run(Settings settings, Consumer<String> progress)
      throws IOException, InterruptedException {
    return new CrashHarness(settings, progress).run();
  }

  private Verdict run() throws IOException, InterruptedException {
    for (int kill = 0; kill < settings.kills(); kill++) {
      live(kill);
    }
    Process last = process(settings.kills(), settings.runs());
    try {
      boolean ready = await(() -> count("ready", settings.kills()) > 0, () -> lines("tried"));
      progress.accept("last process: " + lines("accepted") + " runs accepted");
      if (ready) {
        waitForTheEnd();
      }
    } finally {
      last.destroyForcibly().waitFor();
    }
    progress.accept("checking every run");
    return new CrashVerifier(notes, settings).verdict();
  }

  private void live(int life) throws IOException, InterruptedException {
    int share = (int) ((long) settings.runs() * (life + 1) / (settings.kills() + 1));
    Process process = process(life, share);
    try {
      await(() -> count("opened", life) > 0, () -> lines("opened"));
      int after = random.nextInt(settings.within());
      Thread.sleep(after);
      progress.accept(
          "kill %d of %d, %d ms after the engine was open: %d runs accepted"
              .formatted(life + 1, settings.kills(), after, lines("accepted")));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Until every event of every accepted run is in the log, or nothing happens any more. */
  private void waitForTheEnd() throws InterruptedException {
    CrashVerifier check = new CrashVerifier(notes, settings);
    while (!check.allRunsEnded() && await(check::allRunsEnded, () -> lines("log"))) {
      progress.accept("waiting for the last runs");
    }
  }

  private long lines(String file) {
    return notes.read(file).size();
  }

  private long count(String file, int life) {
    String line = Integer.toString(life);
    return notes.read(file).stream().filter(line::equals).count();
  }

  /** Waits while something still changes; says whether the condition holds. */
  private static boolean await(BooleanSupplier condition, LongSupplier change)
      throws InterruptedException {
    long seen = change.getAsLong();
    long since = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long now = change.getAsLong();
      if (now != seen) {
        seen = now;
        since = System.nanoTime();
      }
      if (System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }

  private Process process(int life, int share) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            VictimProcess.class.getName(),
            settings.folder().toString(),
            Integer.toString(life),
            Integer.toString(share))
        .redirectErrorStream(true)
        .redirectOutput(settings.folder().resolve("output" + life + ".txt").toFile())
        .start();
  }
}
