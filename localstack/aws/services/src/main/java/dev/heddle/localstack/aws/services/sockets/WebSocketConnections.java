package dev.heddle.localstack.aws.services.sockets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.services.RestCall;
import dev.heddle.localstack.aws.services.RestJsonProtocol;
import dev.heddle.localstack.aws.services.RestJsonProtocol.Route;
import dev.heddle.localstack.aws.services.sockets.WebSocketHost.Connection;
import java.util.List;
import java.util.Map;

/**
 * Sends to, describes and closes WebSocket connections; a path before {@code /@connections}, such
 * as a stage, is accepted whatever it is.
 */
public final class WebSocketConnections implements AwsService {
  private static final String MARK = "/@connections/";
  private static final int MESSAGE_BYTES = 128 * 1_024;

  private final WebSocketHost host;
  private final RestJsonProtocol rest =
      new RestJsonProtocol(
          "execute-api",
          "BadRequestException",
          List.of(
              new Route("POST", MARK + "{id}", this::send),
              new Route("GET", MARK + "{id}", this::describe),
              new Route("DELETE", MARK + "{id}", this::disconnect)));

  /** The API to the connections of the host. */
  public WebSocketConnections(WebSocketHost host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "apigatewaymanagementapi";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return rest.claims(withoutStage(request));
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return rest.answer(withoutStage(request));
  }

  @Override
  public void close() {}

  private AwsResponse send(RestCall call) {
    if (call.bytes().length > MESSAGE_BYTES) {
      throw new AwsFault(
          413, "PayloadTooLargeException", "A message has at most " + MESSAGE_BYTES + " bytes");
    }
    return host.send(call.path("id"), call.bytes()) ? RestJsonProtocol.empty(200) : gone();
  }

  private AwsResponse describe(RestCall call) {
    return host.find(call.path("id"))
        .map(WebSocketConnections::described)
        .orElseGet(WebSocketConnections::gone);
  }

  private AwsResponse disconnect(RestCall call) {
    return host.disconnect(call.path("id")) ? RestJsonProtocol.empty(204) : gone();
  }

  private static AwsResponse described(Connection connection) {
    return RestJsonProtocol.ok(
        Map.of(
            "connectedAt", connection.connectedAt().toString(),
            "lastActiveAt", connection.lastActiveAt().toString(),
            "identity",
                Map.of("sourceIp", connection.sourceIp(), "userAgent", connection.userAgent())));
  }

  private static AwsResponse gone() {
    throw new AwsFault(410, "GoneException", "The connection is closed");
  }

  /** Some clients send the at sign percent-encoded. */
  private static AwsRequest withoutStage(AwsRequest request) {
    String path = request.path().replace("%40connections", "@connections");
    int mark = path.indexOf(MARK);
    return mark < 0
        ? request
        : new AwsRequest(
            request.method(),
            path.substring(mark),
            request.query(),
            request.headers(),
            request.body());
  }
}
