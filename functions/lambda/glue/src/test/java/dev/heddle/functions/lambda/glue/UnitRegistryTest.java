package dev.heddle.functions.lambda.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.BadConfig;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnitRegistryTest {

  @Test
  void bytesPassUnchanged() {
    var registry = new UnitRegistry("Echo", event -> event);
    byte[] event = "{\"text\":\"ü\",\"n\":1.50}".getBytes(StandardCharsets.UTF_8);

    assertThat(registry.answer(event)).isEqualTo(event);
  }

  @Test
  void aNodesErrorKeepsItsNameAsLambdaReportsIt() {
    var registry =
        new UnitRegistry(
            "Failing",
            _ -> {
              throw new BadConfig("no");
            });

    assertThatThrownBy(() -> registry.answer(new byte[] {'{', '}'}))
        .isExactlyInstanceOf(BadConfig.class)
        .hasMessage("no")
        .extracting(failure -> failure.getClass().getName())
        .isEqualTo("Heddle.BadConfig");
  }
}
