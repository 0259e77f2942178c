package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.Refusals.assertInvalid;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** What CreateTable refuses, and in which words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableRefusalContractTest {
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
  void refusesTheSameNameTwice() {
    String name = TARGET.hashTable();
    assertThatThrownBy(() -> create(c -> c.tableName(name)))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("Table already exists: " + name);
  }

  @Test
  void refusesWhatMakesNoTable() {
    assertThatThrownBy(() -> create(c -> c.tableName("x")))
        .hasMessageContaining("Member must have length greater than or equal to 3");
    assertThatThrownBy(() -> create(c -> c.tableName("with space")))
        .hasMessageContaining("Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
    assertInvalid(
        () -> create(c -> c.billingMode(BillingMode.PROVISIONED)),
        "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
            + " PROVISIONED");
    assertInvalid(
        () ->
            create(
                c ->
                    c.attributeDefinitions(
                        d -> d.attributeName("pk").attributeType("S"),
                        d -> d.attributeName("extra").attributeType("S"))),
        "Number of attributes in KeySchema does not exactly match number of attributes defined in"
            + " AttributeDefinitions");
    assertInvalid(
        () -> create(c -> c.keySchema(k -> k.attributeName("other").keyType(KeyType.HASH))),
        "Some index key attributes are not defined in AttributeDefinitions. Keys: [other],"
            + " AttributeDefinitions: [pk]");
    assertRefused(
        () -> create(c -> c.keySchema(k -> k.attributeName("pk").keyType(KeyType.RANGE))),
        "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
  }

  @Test
  void refusesWhatMakesNoIndex() {
    assertInvalid(
        () ->
            create(
                c ->
                    c.localSecondaryIndexes(
                        l ->
                            l.indexName("local")
                                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH))
                                .projection(p -> p.projectionType(ProjectionType.ALL)))),
        "Table KeySchema does not have a range key, which is required when specifying a"
            + " LocalSecondaryIndex");
    assertInvalid(
        () ->
            create(
                c ->
                    c.globalSecondaryIndexes(
                        g ->
                            g.indexName("global")
                                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH))
                                .projection(
                                    p ->
                                        p.projectionType(ProjectionType.ALL)
                                            .nonKeyAttributes("x")))),
        "ProjectionType is ALL, but NonKeyAttributes is specified");
  }
}
