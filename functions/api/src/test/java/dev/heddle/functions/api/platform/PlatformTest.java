package dev.heddle.functions.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.ApiRoutes;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.unit.NodeFunctionNames;
import org.junit.jupiter.api.Test;

class PlatformTest {
  private final RouteClient api = RouteClient.anyone(LocalCloud.cloud());

  @Test
  void anyone_may_ask_whether_it_is_alive_and_ready() {
    assertThat(api.get("/api/v1/health").body()).hasToString("{\"status\":\"ok\"}");
    assertThat(api.get("/api/v1/ready").body()).hasToString("{\"status\":\"ready\"}");
  }

  @Test
  void shows_the_node_types_with_their_forms() {
    Answer types = api.get("/api/v1/node-types");

    assertThat(types.status()).isEqualTo(200);
    assertThat(types.body().path("nodeTypes").size())
        .isEqualTo(GeneratedCatalog.vocabulary().all().size())
        .isPositive();
  }

  @Test
  void describes_every_route() {
    Answer document = api.get("/api/v1/openapi.json");

    assertThat(document.text("/openapi")).startsWith("3.1");
    for (var route : ApiRoutes.ALL) {
      var path = document.body().path("paths").path(route.spec().path());
      assertThat(path.has(route.spec().verb().name().toLowerCase(java.util.Locale.ROOT)))
          .as(route.name())
          .isTrue();
    }
  }

  @Test
  void a_node_type_is_run_by_the_function_of_its_class() {
    NodeFunctionNames functions = new NodeFunctionNames("heddle-");

    assertThat(
            functions.function(GeneratedCatalog.vocabulary().find("http-request@1").orElseThrow()))
        .isEqualTo("heddle-HttpRequestNode:live");
    assertThat(NodeFunctionNames.unit("chat-model@2")).isEqualTo("ChatModel2Node");
    assertThat(
            functions.function(
                GeneratedCatalog.vocabulary().find("chat-model@1").orElseThrow(), "other"))
        .isEqualTo("heddle-ChatModelNode-other:live");
  }
}
