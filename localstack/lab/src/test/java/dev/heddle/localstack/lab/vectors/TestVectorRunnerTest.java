package dev.heddle.localstack.lab.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The runner of recorded cases; on a folder of them where the environment names one. */
class TestVectorRunnerTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... args) throws IOException {
    return TestVectorRunner.run(
        List.of(args), new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private void write(String output) throws IOException {
    String vector =
        """
        [{"id":"one","kind":"execution","type":"STANDARD","placeholders":["<uuid:1>"],
          "definition":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},
          "input":{"a":"b-7"},"expected":{"status":"SUCCEEDED","output":%s}}]
        """;
    Files.writeString(folder.resolve("base.json"), vector.formatted(output));
  }

  @Test
  void countsWhatAgrees() throws IOException {
    write("{\"a\":\"b-<uuid:1>\"}");
    assertThat(run(folder.toString())).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("base +1 +1 +1 +1 +-");
  }

  @Test
  void showsWhatDiffers() throws IOException {
    write("{\"a\":1}");
    assertThat(run(folder.toString(), "--show")).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("L1 one");
  }

  @Test
  void wantsAFolder() throws IOException {
    assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "HEDDLE_ASL_VECTORS", matches = ".+")
  void executionsGoAsRecorded() throws IOException {
    var scores =
        TestVectorRunner.scores(Path.of(System.getenv("HEDDLE_ASL_VECTORS")), Optional.empty());
    assertThat(scores.values().stream().flatMap(List::stream))
        .allSatisfy(score -> assertThat(score.level()).as(score.id()).isGreaterThanOrEqualTo(2));
  }
}
