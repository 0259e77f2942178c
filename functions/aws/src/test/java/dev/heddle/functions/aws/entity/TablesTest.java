package dev.heddle.functions.aws.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.table.TableCreation;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TablesTest {

  @Test
  void keepWithinWhatDynamoDbTakes() {
    assertThat(Tables.DOCUMENTS.indexes())
        .allSatisfy(
            index -> assertThat(index.attributes()).hasSizeBetween(1, 20).doesNotHaveDuplicates());
    assertThat(
            Tables.DOCUMENTS.indexes().stream().mapToInt(index -> index.attributes().size()).sum())
        .isLessThanOrEqualTo(100);
  }

  @Test
  void areCreatedOnce() {
    DynamoDbClient client = LocalCloud.cloud().clients().dynamoDb.get();

    TableCreation.createMissing(client, Tables.DOCUMENTS, "heddle");

    var table = client.describeTable(r -> r.tableName("heddle")).table();
    assertThat(table.globalSecondaryIndexes())
        .extracting(index -> index.indexName())
        .containsExactlyInAnyOrderElementsOf(
            Tables.DOCUMENTS.indexes().stream()
                .map(projection -> projection.index().name())
                .toList());
    assertThat(
            client
                .describeTimeToLive(r -> r.tableName("heddle"))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("ttl");
  }
}
