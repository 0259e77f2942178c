package dev.heddle.localstack.lab.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs survive {@code kill -9}; {@code localstack/heddle crash} does the same at length. */
class CrashHarnessTest {
  private static final int RUNS = Integer.getInteger("heddle.crash.runs", 60);
  private static final int KILLS = Integer.getInteger("heddle.crash.kills", 4);

  @TempDir Path folder;

  @Test
  void everyAcceptedRunEndsOnce() throws IOException, InterruptedException {
    var settings = new CrashHarness.Settings(folder, RUNS, KILLS, 7, 2_000);
    CrashHarness.Verdict verdict = CrashHarness.run(settings, told -> {});
    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.accepted()).isGreaterThanOrEqualTo(RUNS - KILLS);
    assertThat(verdict.calls()).isGreaterThanOrEqualTo(9L * verdict.accepted());
  }
}
