package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.edge.InProcessHttpClient;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Clients of a service in this process, without a socket. */
final class InProcess {
  private InProcess() {}

  static DynamoDbClient client(DynamoDb service) {
    return configured(DynamoDbClient.builder(), service).build();
  }

  static DynamoDbStreamsClient streams(DynamoDb service) {
    return configured(DynamoDbStreamsClient.builder(), service).build();
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
      B builder, DynamoDb service) {
    return builder
        .endpointOverride(URI.create("http://localhost"))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(new InProcessHttpClient(service::answer));
  }
}
