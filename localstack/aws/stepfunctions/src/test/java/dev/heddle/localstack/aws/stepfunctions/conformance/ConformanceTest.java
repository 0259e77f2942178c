package dev.heddle.localstack.aws.stepfunctions.conformance;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the service promises, as cases in {@code resources/conformance}: a title, and steps that
 * {@link Step} plays on an engine of their own.
 */
class ConformanceTest {
  private static final List<String> FILES =
      List.of(
          "validation",
          "machines",
          "history",
          "limits",
          "stopping",
          "redrive",
          "activities",
          "teststate");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicContainer> cases() {
    return FILES.stream().map(file -> DynamicContainer.dynamicContainer(file, cases(file)));
  }

  private Stream<DynamicTest> cases(String file) {
    return read(file).properties().stream()
        .map(c -> DynamicTest.dynamicTest(c.getKey(), () -> play(c.getValue())));
  }

  private static JsonNode read(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            ConformanceTest.class.getResourceAsStream("/conformance/" + file + ".json"))) {
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void play(JsonNode steps) throws Exception {
    try (Stage stage = new Stage(Files.createTempDirectory(folder, "case"))) {
      for (JsonNode step : steps) {
        new Step(step, stage).play();
      }
    }
  }
}
