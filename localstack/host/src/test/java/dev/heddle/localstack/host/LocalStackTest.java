package dev.heddle.localstack.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.AwsSettings;
import dev.heddle.functions.aws.cloud.AwsTransport;
import dev.heddle.functions.aws.entity.TableSpecs;
import dev.heddle.functions.aws.table.TableCreation;
import dev.heddle.functions.aws.table.TableKey;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The same clients, tables and queues against LocalStack, for those who have a Docker engine. */
class LocalStackTest {
  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4");

  private static LocalStackContainer localStack;
  private static AwsDeployment cloud;

  @BeforeAll
  static void start() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "No Docker engine answers, so nothing is tested against LocalStack");
    localStack = new LocalStackContainer(IMAGE).withServices("dynamodb", "sqs", "secretsmanager");
    localStack.start();
    cloud =
        new AwsDeployment(
            AwsSettings.of(Map.of()),
            AwsTransport.embedded(localStack.getEndpoint()),
            InstantSource.system());
  }

  @AfterAll
  static void stop() {
    if (localStack != null) {
      localStack.stop();
    }
  }

  @Test
  void theTablesCanBeMadeAndGuardTheirWrites() {
    DynamoDbClient client = cloud.clients().dynamoDb.get();
    TableSpecs.ALL.forEach(table -> TableCreation.createMissing(client, table, table.name()));
    Map<String, AttributeValue> item =
        Map.of(
            TableKey.PARTITION,
            AttributeValue.fromS("P"),
            TableKey.SORT,
            AttributeValue.fromS("S"));
    String table = TableSpecs.DOCUMENTS.name();

    client.putItem(p -> p.tableName(table).item(item));

    assertThat(client.getItem(g -> g.tableName(table).key(item)).item()).isEqualTo(item);
    assertThatThrownBy(
            () ->
                client.putItem(
                    p ->
                        p.tableName(table)
                            .item(item)
                            .conditionExpression(
                                "attribute_not_exists(" + TableKey.PARTITION + ")")))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void aMessageComesBackUntilItIsDeleted() {
    SqsClient client = cloud.clients().sqs.get();
    String queue = client.createQueue(c -> c.queueName("intake")).queueUrl();

    client.sendMessage(s -> s.queueUrl(queue).messageBody("once"));

    var received = client.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(5)).messages();
    assertThat(received).singleElement().extracting(message -> message.body()).isEqualTo("once");
  }

  @Test
  void aSecretIsKeptByName() {
    SecretsManagerClient client = cloud.clients().secrets.get();

    client.createSecret(c -> c.name("/heddle/ten_x/key").secretString("value"));

    assertThat(client.getSecretValue(g -> g.secretId("/heddle/ten_x/key")).secretString())
        .isEqualTo("value");
  }
}
