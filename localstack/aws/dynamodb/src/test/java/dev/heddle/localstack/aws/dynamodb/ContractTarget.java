package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.edge.AwsEdge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * What the contract is tested against: the embedded service over HTTP, or whatever listens at the
 * system property {@code heddle.contract.dynamodb.endpoint}.
 */
final class ContractTarget implements BeforeAllCallback, AfterAllCallback {
  static final String ENDPOINT = "heddle.contract.dynamodb.endpoint";

  private @Nullable Path folder;
  private @Nullable AwsEdge edge;
  private DynamoDbClient client;
  private DynamoDbStreamsClient streams;
  private URI endpoint;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    String given = System.getProperty(ENDPOINT);
    endpoint = given == null ? embedded() : URI.create(given);
    client = client(endpoint);
    streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  private URI embedded() throws IOException {
    folder = Files.createTempDirectory("dynamodb");
    edge = new AwsEdge(List.of(new DynamoDb(folder, InstantSource.system())));
    edge.start("127.0.0.1", 0);
    return URI.create("http://127.0.0.1:" + edge.port());
  }

  static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    client.close();
    streams.close();
    if (edge != null) {
      edge.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  URI endpoint() {
    return endpoint;
  }

  DynamoDbClient client() {
    return client;
  }

  DynamoDbStreamsClient streams() {
    return streams;
  }

  /** Makes a table with a partition key {@code pk} and, if asked, a sort key {@code sk}. */
  String table(String range, Consumer<CreateTableRequest.Builder> more) {
    String name = "contract-" + UUID.randomUUID();
    client.createTable(
        create -> {
          create.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST);
          if (range.isEmpty()) {
            create
                .attributeDefinitions(d -> d.attributeName("pk").attributeType("S"))
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH));
          } else {
            create
                .attributeDefinitions(
                    d -> d.attributeName("pk").attributeType(ScalarAttributeType.S),
                    d -> d.attributeName("sk").attributeType(range))
                .keySchema(
                    k -> k.attributeName("pk").keyType(KeyType.HASH),
                    k -> k.attributeName("sk").keyType(KeyType.RANGE));
          }
          more.accept(create);
        });
    client.waiter().waitUntilTableExists(d -> d.tableName(name));
    return name;
  }

  /** A table with a partition key only. */
  String hashTable() {
    return table("", create -> {});
  }

  /** A table with a sort key of the type. */
  String rangeTable(String type) {
    return table(type, create -> {});
  }

  static AttributeValue s(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue n(Object value) {
    return AttributeValue.fromN(value.toString());
  }

  static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", s(pk));
  }

  static Map<String, AttributeValue> key(String pk, AttributeValue sk) {
    return Map.of("pk", s(pk), "sk", sk);
  }
}
