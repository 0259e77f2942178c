package dev.heddle.localstack.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.NodeCall;
import dev.heddle.functions.ai.chat.ChatModelNode;
import dev.heddle.functions.ai.openai.OpenAiProvider;
import dev.heddle.functions.core.door.NodeDoor;
import dev.heddle.functions.core.internet.GuardedHttpClient;
import dev.heddle.functions.core.internet.LocalServer;
import dev.heddle.functions.core.model.ProviderModels;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.FakeTenantSecrets;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.localstack.host.demo.DemoModel.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The chat model node and the demo model, with the real SDK and real HTTP between them. */
class DemoModelOverHttpTest {

  @Test
  void answersTheChatModelNode() throws IOException {
    try (var server = new LocalServer()) {
      server.at(
          "/v1/chat/completions",
          exchange -> {
            byte[] body =
                server.seen().getLast().body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Reply.Json reply = (Reply.Json) Ask.MODEL.answer("POST", "/chat/completions", body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            LocalServer.answer(
                exchange, reply.status(), DemoSchemas.JSON.writeValueAsBytes(reply.body()));
          });
      JsonNode reply =
          ask(
              server.url("/v1"),
              "{'model':'demo','prompt':'The API is down for all customers, help!','answer':"
                  + "{'kind':'json','schema':{'type':'object','required':['urgency'],"
                  + "'properties':{'urgency':{'enum':['low','normal','high']}}}}}");
      assertThat(reply.at("/output/urgency").asString()).isEqualTo("high");
      assertThat(reply.at("/usage/model").asString()).isEqualTo("demo");
    }
  }

  private static JsonNode ask(String modelUrl, String config) throws IOException {
    Function<Tenant, TenantSecrets> vaults = _ -> new FakeTenantSecrets(Map.of());
    ModelProvider provider = new OpenAiProvider();
    try (var internet = new GuardedHttpClient(modelUrl)) {
      var ports =
          FakePorts.of(
              Map.of(
                  "model", new ProviderModels(provider, internet, modelUrl),
                  "tenantSecrets", vaults,
                  "settings",
                      new DeploymentSettings("http://localhost", "", modelUrl, "", modelUrl)));
      var call = new NodeCall("ten_1", "wf_1", "run_1", "classify", "", Ask.json(config));
      byte[] answer =
          NodeDoor.open(new ChatModelNode(provider), ports)
              .answer(WireJson.MAPPER.writeValueAsBytes(call));
      return WireJson.MAPPER.readTree(answer);
    }
  }
}
