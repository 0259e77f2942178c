package dev.heddle.functions.spec.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WellFormedTextTest {
  record Named(String name) {}

  @Test
  void leavesCharactersAsTheyAre() {
    String text = "a\0ä日🧵";

    assertThat(WellFormedText.of(text)).isSameAs(text);
    assertThat(WireJson.MAPPER.readTree("\"\\ud83e\\uddf5\"").stringValue()).isEqualTo("🧵");
  }

  @Test
  void replacesHalvesOfPairs() {
    assertThat(WellFormedText.of("a\ud800b\udc00")).isEqualTo("a?b?");
  }

  @Test
  void readsNoHalvesFromJson() {
    JsonNode json = WireJson.MAPPER.readTree("{\"name\": \"a\\ud800\"}");

    assertThat(json.path("name").stringValue()).isEqualTo("a?");
    assertThat(WireJson.MAPPER.treeToValue(json, Named.class)).isEqualTo(new Named("a?"));
  }
}
