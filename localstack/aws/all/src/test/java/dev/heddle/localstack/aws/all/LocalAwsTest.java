package dev.heddle.localstack.aws.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One folder, one port: what any SDK is told to keep is there after a restart. */
class LocalAwsTest {
  private static final String MACHINE =
      """
      {"StartAt": "Greet", "States": {"Greet": {"Type": "Pass", "End": true}}}
      """;

  @TempDir private Path folder;

  @Test
  void everyServiceAnswersOnOnePort() {
    try (LocalAws aws = LocalAws.start(folder)) {
      assertThat(aws.names())
          .contains(
              "dynamodb", "sqs", "secretsmanager", "stepfunctions", "scheduler", "s3", "sesv2");
      assertThat(aws.endpoint().getPort()).isEqualTo(aws.port()).isPositive();
    }
  }

  /** They are closed in this order: a run under way must not find its tables gone, and fail. */
  @Test
  void whoCallsOthersStandsBeforeThem() {
    try (LocalAws aws = LocalAws.start(folder)) {
      assertThat(aws.names().subList(0, 4))
          .containsExactly("stepfunctions", "scheduler", "events", "lambda");
    }
  }

  @Test
  void whatWasKeptIsThereAfterARestart() {
    String queue;
    try (LocalAws aws = LocalAws.start(folder)) {
      dynamoDb(aws.endpoint())
          .createTable(
              table ->
                  table
                      .tableName("things")
                      .billingMode(BillingMode.PAY_PER_REQUEST)
                      .attributeDefinitions(
                          d -> d.attributeName("id").attributeType(ScalarAttributeType.S))
                      .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH)));
      queue = sqs(aws.endpoint()).createQueue(q -> q.queueName("mail")).queueUrl();
      sqs(aws.endpoint()).sendMessage(m -> m.queueUrl(queue).messageBody("hello"));
      secrets(aws.endpoint()).createSecret(secret -> secret.name("key").secretString("s3cret"));
      states(aws.endpoint())
          .createStateMachine(
              m ->
                  m.name("greet")
                      .definition(MACHINE)
                      .roleArn("arn:aws:iam::000000000000:role/machines"));
    }
    try (LocalAws aws = LocalAws.start(folder)) {
      assertThat(dynamoDb(aws.endpoint()).listTables().tableNames()).containsExactly("things");
      assertThat(sqs(aws.endpoint()).receiveMessage(r -> r.queueUrl(queue)).messages())
          .singleElement()
          .satisfies(message -> assertThat(message.body()).isEqualTo("hello"));
      assertThat(secrets(aws.endpoint()).getSecretValue(s -> s.secretId("key")).secretString())
          .isEqualTo("s3cret");
      assertThat(states(aws.endpoint()).listStateMachines().stateMachines())
          .extracting(machine -> machine.name())
          .containsExactly("greet");
    }
  }

  @Test
  void aTakenPortIsToldAndLeavesTheFolderFree(@TempDir Path other) {
    try (LocalAws aws = LocalAws.start(folder)) {
      assertThatThrownBy(
              () ->
                  LocalAws.start(other, aws.port(), InstantSource.system(), ServiceCallbacks.NONE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("choose another port");
    }
    LocalAws.start(other).close();
  }

  private static DynamoDbClient dynamoDb(URI endpoint) {
    return at(endpoint, DynamoDbClient.builder()).build();
  }

  private static SqsClient sqs(URI endpoint) {
    return at(endpoint, SqsClient.builder()).build();
  }

  private static SecretsManagerClient secrets(URI endpoint) {
    return at(endpoint, SecretsManagerClient.builder()).build();
  }

  private static SfnClient states(URI endpoint) {
    return at(endpoint, SfnClient.builder()).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }
}
