package dev.heddle.localstack.aws.services.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.Sdk;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

class WebSocketConnectionsTest {
  private final FakeSockets host = new FakeSockets();

  @AutoClose
  private final AwsEdge edge =
      new AwsEdge(List.of(new WebSocketConnections(host))).start("127.0.0.1", 0);

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/prod", "/api/prod"})
  void sendsDescribesAndCloses(String stage) {
    host.sent.put("abc=", "");
    try (var client = client(stage)) {
      client.postToConnection(p -> p.connectionId("abc=").data(SdkBytes.fromUtf8String("hi ü")));
      assertThat(host.sent).containsEntry("abc=", "hi ü");
      var connection = client.getConnection(g -> g.connectionId("abc="));
      assertThat(connection.connectedAt()).isEqualTo(Instant.EPOCH);
      assertThat(connection.identity().sourceIp()).isEqualTo("127.0.0.1");
      client.deleteConnection(d -> d.connectionId("abc="));
      assertThatThrownBy(() -> client.getConnection(g -> g.connectionId("abc=")))
          .isInstanceOf(GoneException.class);
      assertThatThrownBy(
              () ->
                  client.postToConnection(
                      p -> p.connectionId("abc=").data(SdkBytes.fromUtf8String("x"))))
          .isInstanceOf(GoneException.class);
      assertThatThrownBy(() -> client.deleteConnection(d -> d.connectionId("abc=")))
          .isInstanceOf(GoneException.class);
      assertThatThrownBy(
              () ->
                  client.postToConnection(
                      p -> p.connectionId("abc=").data(SdkBytes.fromByteArray(new byte[131_073]))))
          .isInstanceOf(PayloadTooLargeException.class);
    }
  }

  private ApiGatewayManagementApiClient client(String stage) {
    URI endpoint = URI.create("http://127.0.0.1:" + edge.port() + stage);
    return Sdk.at(endpoint, ApiGatewayManagementApiClient.builder());
  }

  private static final class FakeSockets implements WebSocketHost {
    final Map<String, String> sent = new ConcurrentHashMap<>();

    @Override
    public boolean send(String connectionId, byte[] message) {
      return sent.computeIfPresent(connectionId, (id, old) -> new String(message, UTF_8)) != null;
    }

    @Override
    public Optional<Connection> find(String connectionId) {
      return Optional.ofNullable(sent.get(connectionId))
          .map(s -> new Connection(Instant.EPOCH, Instant.EPOCH, "127.0.0.1", "test"));
    }

    @Override
    public boolean disconnect(String connectionId) {
      return sent.remove(connectionId) != null;
    }
  }
}
