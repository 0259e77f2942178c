package dev.heddle.functions.triggers.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.WireJson;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The table lies with the scheduler, so that it and this check can't drift apart. */
@Timeout(5)
class CronExpressionCheckTest {
  private static final Path TABLE =
      Path.of(
          "../../localstack/aws/services/src/test/resources/dev/heddle/localstack/aws/services",
          "scheduler/schedule-expressions.json");

  @ParameterizedTest
  @MethodSource
  void accepts(String expression) {
    assertThat(CronExpressionCheck.problem(expression)).isEmpty();
  }

  static Stream<String> accepts() {
    return rows("accepted").map(row -> row.required("expression").asString());
  }

  @ParameterizedTest
  @MethodSource
  void saysWhyItRefuses(String expression, String problem) {
    assertThat(CronExpressionCheck.problem(expression)).contains(problem);
  }

  static Stream<Arguments> saysWhyItRefuses() {
    return rows("refused")
        .map(
            row ->
                Arguments.of(
                    row.required("expression").asString(), row.required("refused").asString()));
  }

  private static Stream<JsonNode> rows(String list) {
    return WireJson.MAPPER.readTree(TABLE.toFile()).required(list).valueStream();
  }
}
