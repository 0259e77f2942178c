package dev.heddle.functions.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.publishing.GeneratedCatalog;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadNodeTypeTest {
  private final RouteClient api = RouteClient.anyone(LocalCloud.cloud());

  static Stream<JsonNode> types() {
    return GeneratedCatalog.nodeTypes().path("nodeTypes").valueStream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void shows_each_as_the_list_has_it(JsonNode type) {
    Answer answer = api.get("/api/v1/node-types/" + type.path("id").asString());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody-knows@1",
        "http-request@99",
        "http-request",
        "HTTP-REQUEST@1",
        "http-request@",
        "@1",
        "http-request@1@1",
        "http-request@1 ",
        "..",
        "%00"
      })
  void knows_no_other(String id) {
    Answer answer = api.get("/api/v1/node-types/" + id);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/detail")).contains("node type " + id);
  }
}
