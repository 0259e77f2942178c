package dev.heddle.functions.aws.cloud;

import java.net.URI;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of the AWS SDK, each made at its first use. A jar may lack those its units have no
 * use for: each is therefore made in a class of its own. A lambda here would name the client in its
 * type and load it whenever this class is opened.
 */
public final class AwsClients {
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
  public AwsClients(AwsTransport transport, String livePushUrl) {
    dynamoDb = LazyValue.of(new DynamoDb(transport));
    sqs = LazyValue.of(new Sqs(transport));
    secrets = LazyValue.of(new Secrets(transport));
    stepFunctions = LazyValue.of(new StepFunctions(transport));
    scheduler = LazyValue.of(new Scheduler(transport));
    connections = LazyValue.of(new ManagementApi(transport, livePushUrl));
  }

  private record DynamoDb(AwsTransport transport) implements Supplier<DynamoDbClient> {
    @Override
    public DynamoDbClient get() {
      return transport.on(DynamoDbClient.builder()).build();
    }
  }

  private record Sqs(AwsTransport transport) implements Supplier<SqsClient> {
    @Override
    public SqsClient get() {
      return transport.on(SqsClient.builder()).build();
    }
  }

  private record Secrets(AwsTransport transport) implements Supplier<SecretsManagerClient> {
    @Override
    public SecretsManagerClient get() {
      return transport.on(SecretsManagerClient.builder()).build();
    }
  }

  private record StepFunctions(AwsTransport transport) implements Supplier<SfnClient> {
    @Override
    public SfnClient get() {
      return transport.on(SfnClient.builder()).build();
    }
  }

  private record Scheduler(AwsTransport transport) implements Supplier<SchedulerClient> {
    @Override
    public SchedulerClient get() {
      return transport.on(SchedulerClient.builder()).build();
    }
  }

  private record ManagementApi(AwsTransport transport, String livePushUrl)
      implements Supplier<ApiGatewayManagementApiClient> {
    @Override
    public ApiGatewayManagementApiClient get() {
      var builder = transport.on(ApiGatewayManagementApiClient.builder());
      if (!livePushUrl.isEmpty()) {
        builder.endpointOverride(URI.create(livePushUrl));
      }
      return builder.build();
    }
  }
}
