package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.port.LivePush;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** Messages through API Gateway's connection API. */
public final class GatewayPush implements LivePush {
  private final Supplier<ApiGatewayManagementApiClient> client;

  /** Pushes by this client. */
  public GatewayPush(Supplier<ApiGatewayManagementApiClient> client) {
    this.client = client;
  }

  @Override
  public boolean send(String connection, String message) {
    try {
      client
          .get()
          .postToConnection(r -> r.connectionId(connection).data(SdkBytes.fromUtf8String(message)));
      return true;
    } catch (GoneException e) {
      return false;
    }
  }
}
