package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Operations on tables as the API reference describes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableContractTest {
  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;

  @BeforeAll
  void useTarget() {
    client = TARGET.client();
  }

  private void create(Consumer<CreateTableRequest.Builder> more) {
    client.createTable(
        create -> {
          create
              .tableName("contract-refused")
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(d -> d.attributeName("pk").attributeType("S"))
              .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH));
          more.accept(create);
        });
  }

  @Test
  void describesATable() {
    String name = TARGET.rangeTable("N");
    client.putItem(p -> p.tableName(name).item(key("a", ContractTarget.n(1))));
    var table = client.describeTable(d -> d.tableName(name)).table();
    assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(table.tableArn()).endsWith(":table/" + name);
    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(table.keySchema()).extracting(k -> k.attributeName()).containsExactly("pk", "sk");
    assertThat(table.attributeDefinitions()).hasSize(2);
    assertThat(table.creationDateTime()).isNotNull();
    assertThat(table.hasGlobalSecondaryIndexes()).isFalse();
  }

  @Test
  void namesATableByItsArn() {
    String name = TARGET.hashTable();
    String arn = client.describeTable(d -> d.tableName(name)).table().tableArn();
    client.putItem(p -> p.tableName(arn).item(key("a")));
    assertThat(client.getItem(g -> g.tableName(name).key(key("a"))).hasItem()).isTrue();
  }

  @Test
  void deletesATableWithItsItems() {
    String name = TARGET.hashTable();
    client.putItem(p -> p.tableName(name).item(key("a")));
    var deleted = client.deleteTable(d -> d.tableName(name)).tableDescription();
    assertThat(deleted.tableStatus()).isEqualTo(TableStatus.DELETING);
    client.waiter().waitUntilTableNotExists(d -> d.tableName(name));
    assertThatThrownBy(() -> client.getItem(g -> g.tableName(name).key(key("a"))))
        .isInstanceOf(ResourceNotFoundException.class);
    assertRefused(
        () -> client.describeTable(d -> d.tableName(name)),
        "ResourceNotFoundException",
        "Requested resource not found: Table: " + name + " not found");
  }

  @Test
  void listsTablesInPages() {
    List<String> made = List.of(TARGET.hashTable(), TARGET.hashTable(), TARGET.hashTable());
    List<String> listed =
        client.listTablesPaginator(l -> l.limit(2)).tableNames().stream().toList();
    assertThat(listed).containsAll(made).isSorted();
  }

  @Test
  void protectsFromDeletion() {
    String name = TARGET.table("", c -> c.deletionProtectionEnabled(true));
    assertRefused(
        () -> client.deleteTable(d -> d.tableName(name)),
        "Resource cannot be deleted as it is currently protected against deletion. Disable"
            + " deletion protection first.");
    client.updateTable(u -> u.tableName(name).deletionProtectionEnabled(false));
    client.waiter().waitUntilTableExists(d -> d.tableName(name));
    client.deleteTable(d -> d.tableName(name));
  }

  @Test
  void changesHowItIsPaid() {
    String name = TARGET.hashTable();
    client.updateTable(
        u ->
            u.tableName(name)
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(p -> p.readCapacityUnits(3L).writeCapacityUnits(2L)));
    client.waiter().waitUntilTableExists(d -> d.tableName(name));
    var throughput = client.describeTable(d -> d.tableName(name)).table().provisionedThroughput();
    assertThat(throughput.readCapacityUnits()).isEqualTo(3);
    assertThat(throughput.writeCapacityUnits()).isEqualTo(2);
  }

  @Test
  void tags() {
    String name = TARGET.table("", c -> c.tags(t -> t.key("team").value("loom")));
    String arn = client.describeTable(d -> d.tableName(name)).table().tableArn();
    client.tagResource(t -> t.resourceArn(arn).tags(tag("stage", "test"), tag("team", "warp")));
    client.untagResource(t -> t.resourceArn(arn).tagKeys("stage", "unknown"));
    assertThat(client.listTagsOfResource(l -> l.resourceArn(arn)).tags())
        .containsExactly(tag("team", "warp"));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void enablesExpiry() {
    String name = TARGET.hashTable();
    assertThat(expiry(name)).isEqualTo(TimeToLiveStatus.DISABLED);
    client.updateTimeToLive(
        u ->
            u.tableName(name)
                .timeToLiveSpecification(t -> t.enabled(true).attributeName("expires")));
    assertThat(expiry(name)).isIn(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);
    assertRefused(
        () ->
            client.updateTimeToLive(
                u ->
                    u.tableName(name)
                        .timeToLiveSpecification(t -> t.enabled(true).attributeName("expires"))),
        "TimeToLive is already enabled");
  }

  private TimeToLiveStatus expiry(String name) {
    return client
        .describeTimeToLive(d -> d.tableName(name))
        .timeToLiveDescription()
        .timeToLiveStatus();
  }

  @Test
  void enablesRecovery() {
    String name = TARGET.hashTable();
    client.updateContinuousBackups(
        u ->
            u.tableName(name)
                .pointInTimeRecoverySpecification(p -> p.pointInTimeRecoveryEnabled(true)));
    var description =
        client
            .describeContinuousBackups(d -> d.tableName(name))
            .continuousBackupsDescription()
            .pointInTimeRecoveryDescription();
    assertThat(description.pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.ENABLED);
    assertThat(description.earliestRestorableDateTime())
        .isBeforeOrEqualTo(description.latestRestorableDateTime());
  }

  @Test
  void makesATableAnewUnderAnOldName() {
    String name = TARGET.hashTable();
    client.putItem(p -> p.tableName(name).item(Map.of("pk", s("a"), "x", s("old"))));
    client.deleteTable(d -> d.tableName(name));
    client.waiter().waitUntilTableNotExists(d -> d.tableName(name));
    create(c -> c.tableName(name));
    client.waiter().waitUntilTableExists(d -> d.tableName(name));
    assertThat(client.getItem(g -> g.tableName(name).key(key("a"))).hasItem()).isFalse();
  }
}
