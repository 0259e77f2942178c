package dev.heddle.functions.core.internet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateUrlTest {
  private final PrivateUrl url = new PrivateUrl("http://localhost:8080/demo-model/v1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/demo-model/v1",
        "http://localhost:8080/demo-model/v1/chat/completions",
        "http://LOCALHOST:8080/demo-model/v1/models?limit=1"
      })
  void coversWhatIsBelow(String other) {
    assertThat(url.covers(URI.create(other))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8080/demo-model/v1/models",
        "http://localhost/demo-model/v1/models",
        "http://127.0.0.1:8080/demo-model/v1/models",
        "http://localhost:8080/demo-model/v10/models",
        "http://localhost:8080/api/v1/secrets",
        "http://localhost:8080/demo-model/v1/../../api/v1/secrets",
        "http://localhost:8080/demo-model/v1/%2e%2e/%2e%2e/api",
        "http://localhost:8080/demo-model/v1/..;/api",
        "http://localhost:8080/demo-model/v1/a%2fb",
        "http://localhost:8080/demo-model/v1//api",
        "http://x@localhost:8080/demo-model/v1/models"
      })
  void coversNothingElse(String other) {
    assertThat(url.covers(URI.create(other))).isFalse();
  }

  @Test
  void coversNothingWhenThereIsNone() {
    assertThat(new PrivateUrl("").covers(URI.create("http://localhost/"))).isFalse();
  }
}
