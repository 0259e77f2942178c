package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tables and indexes come and go while others write and read: all that is refused is refused. */
class ChurnTest {
  private static final Duration LENGTH = Duration.ofSeconds(3);
  private static final int CALLERS = 8;
  private static final List<String> TABLES = List.of("churn-a", "churn-b", "churn-c");

  private final Queue<DynamoDbException> failures = new ConcurrentLinkedQueue<>();
  private DynamoDbClient client;

  @Test
  void staysConsistent(@TempDir Path folder) throws InterruptedException {
    try (var service = new DynamoDb(folder, InstantSource.system());
        var used = InProcess.client(service)) {
      client = used;
      TABLES.forEach(this::create);
      long end = System.nanoTime() + LENGTH.toNanos();
      try (var callers = Executors.newFixedThreadPool(CALLERS)) {
        for (int caller = 0; caller < CALLERS; caller++) {
          var random = new Random(caller);
          callers.submit(() -> churn(random, end));
        }
      }
      assertThat(failures).isEmpty();
      client.listTables().tableNames().forEach(this::assertIndexed);
    }
  }

  private void churn(Random random, long end) {
    while (System.nanoTime() < end) {
      String table = TABLES.get(random.nextInt(TABLES.size()));
      try {
        act(random, table);
      } catch (DynamoDbException e) {
        if (e.statusCode() >= 500) {
          failures.add(e);
        }
      }
    }
  }

  private void act(Random random, String table) {
    String pk = "p" + random.nextInt(50);
    Map<String, AttributeValue> key = Map.of("pk", s(pk));
    switch (random.nextInt(200)) {
      case 0 -> client.deleteTable(d -> d.tableName(table));
      case 1, 2, 3 -> create(table);
      case 4, 5 -> addIndex(table);
      case 6 -> dropIndex(table);
      default -> write(random, table, key);
    }
  }

  private void write(Random random, String table, Map<String, AttributeValue> key) {
    AttributeValue group = n(random.nextInt(5));
    switch (random.nextInt(6)) {
      case 0 -> client.deleteItem(d -> d.tableName(table).key(key));
      case 1 -> client.scan(scan -> scan.tableName(table).limit(10));
      case 2 -> client.getItem(g -> g.tableName(table).key(key));
      case 3 ->
          client.updateItem(
              u ->
                  u.tableName(table)
                      .key(key)
                      .updateExpression("SET g = :g")
                      .expressionAttributeValues(Map.of(":g", group)));
      default ->
          client.putItem(p -> p.tableName(table).item(Map.of("pk", key.get("pk"), "g", group)));
    }
  }

  private void create(String table) {
    client.createTable(
        c ->
            c.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(d -> d.attributeName("pk").attributeType("S"))
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH)));
  }

  private void addIndex(String table) {
    client.updateTable(
        u ->
            u.tableName(table)
                .attributeDefinitions(d -> d.attributeName("g").attributeType("N"))
                .globalSecondaryIndexUpdates(
                    g ->
                        g.create(
                            c ->
                                c.indexName("by-g")
                                    .keySchema(k -> k.attributeName("g").keyType(KeyType.HASH))
                                    .projection(p -> p.projectionType(ProjectionType.ALL)))));
  }

  private void dropIndex(String table) {
    client.updateTable(
        u ->
            u.tableName(table)
                .globalSecondaryIndexUpdates(g -> g.delete(d -> d.indexName("by-g"))));
  }

  private void assertIndexed(String table) {
    if (!describe(table).hasGlobalSecondaryIndexes()) {
      addIndex(table);
    }
    Eventually.until(
        () ->
            describe(table).globalSecondaryIndexes().getFirst().indexStatus()
                == IndexStatus.ACTIVE);
    Set<Map<String, AttributeValue>> items = new HashSet<>();
    client.scanPaginator(scan -> scan.tableName(table)).items().stream()
        .filter(item -> item.containsKey("g"))
        .forEach(items::add);
    Set<Map<String, AttributeValue>> indexed = new HashSet<>();
    client
        .scanPaginator(scan -> scan.tableName(table).indexName("by-g"))
        .items()
        .forEach(indexed::add);
    assertThat(indexed).isEqualTo(items);
  }

  private TableDescription describe(String table) {
    return client.describeTable(d -> d.tableName(table)).table();
  }
}
