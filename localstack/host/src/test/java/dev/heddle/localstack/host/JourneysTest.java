package dev.heddle.localstack.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's journeys through the editor, in a real browser against a real Heddle. */
class JourneysTest {
  private static final Path WEB = Path.of("../../web").toAbsolutePath().normalize();
  private static final long MINUTES = 9;

  @TempDir private Path data;

  @Test
  void strangersDrawPublishCallAndWatch() throws Exception {
    assertThat(WEB.resolve("dist/index.html")).as("the site is built first").exists();
    try (Laptop laptop =
        Laptop.start(new LocalSettings(0, 0, data, false, WEB.resolve("dist"), true))) {
      File log = Files.createDirectories(Path.of("target")).resolve("journeys.log").toFile();
      ProcessBuilder journeys =
          new ProcessBuilder(
                  "node",
                  "--test",
                  "--test-concurrency=1",
                  "journeys/first-run.mjs",
                  "journeys/hands.mjs",
                  "journeys/containers.mjs")
              .directory(WEB.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log);
      journeys.environment().put("HEDDLE_URL", laptop.url());
      journeys
          .environment()
          .put("HEDDLE_SCREENSHOT", Path.of("target/editor.png").toAbsolutePath().toString());
      Process process = journeys.start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();

      assertThat(ended && process.exitValue() == 0).as(Files.readString(log.toPath())).isTrue();
    }
  }
}
