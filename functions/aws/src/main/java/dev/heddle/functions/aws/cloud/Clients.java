package dev.heddle.functions.aws.cloud;

import java.net.URI;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of the AWS SDK, each made at its first use. */
public final class Clients {
  /** DynamoDB. */
  public final Supplier<DynamoDbClient> dynamoDb;

  /** SQS. */
  public final Supplier<SqsClient> sqs;

  /** Secrets Manager. */
  public final Supplier<SecretsManagerClient> secrets;

  /** Step Functions. */
  public final Supplier<SfnClient> stepFunctions;

  /** EventBridge Scheduler. */
  public final Supplier<SchedulerClient> scheduler;

  /** The connections of the WebSocket API. */
  public final Supplier<ApiGatewayManagementApiClient> connections;

  /** Clients over this transport; {@code livePushUrl} may be empty when nothing is pushed. */
  public Clients(Transport transport, String livePushUrl) {
    dynamoDb = Lazy.of(() -> transport.on(DynamoDbClient.builder()).build());
    sqs = Lazy.of(() -> transport.on(SqsClient.builder()).build());
    secrets = Lazy.of(() -> transport.on(SecretsManagerClient.builder()).build());
    stepFunctions = Lazy.of(() -> transport.on(SfnClient.builder()).build());
    scheduler = Lazy.of(() -> transport.on(SchedulerClient.builder()).build());
    connections = Lazy.of(() -> connections(transport, livePushUrl));
  }

  private static ApiGatewayManagementApiClient connections(
      Transport transport, String livePushUrl) {
    var builder = transport.on(ApiGatewayManagementApiClient.builder());
    if (!livePushUrl.isEmpty()) {
      builder.endpointOverride(URI.create(livePushUrl));
    }
    return builder.build();
  }
}
