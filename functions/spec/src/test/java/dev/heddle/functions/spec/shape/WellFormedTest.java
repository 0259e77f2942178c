package dev.heddle.functions.spec.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WellFormedTest {
  record Named(String name) {}

  @Test
  void leavesCharactersAsTheyAre() {
    String text = "a\0ä日🧵";

    assertThat(WellFormed.of(text)).isSameAs(text);
    assertThat(Wire.JSON.readTree("\"\\ud83e\\uddf5\"").stringValue()).isEqualTo("🧵");
  }

  @Test
  void replacesHalvesOfPairs() {
    assertThat(WellFormed.of("a\ud800b\udc00")).isEqualTo("a?b?");
  }

  @Test
  void readsNoHalvesFromJson() {
    JsonNode json = Wire.JSON.readTree("{\"name\": \"a\\ud800\"}");

    assertThat(json.path("name").stringValue()).isEqualTo("a?");
    assertThat(Wire.JSON.treeToValue(json, Named.class)).isEqualTo(new Named("a?"));
  }
}
