package dev.heddle.functions.aws.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.table.TableCreation;
import dev.heddle.functions.aws.table.TableIndex;
import dev.heddle.functions.aws.table.TableSpec.Projection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TableSpecsTest {

  @Test
  void keepWithinWhatDynamoDbTakes() {
    assertThat(TableSpecs.DOCUMENTS.indexes())
        .allSatisfy(
            index -> assertThat(index.attributes()).hasSizeBetween(1, 20).doesNotHaveDuplicates());
    assertThat(
            TableSpecs.DOCUMENTS.indexes().stream()
                .mapToInt(index -> index.attributes().size())
                .sum())
        .isLessThanOrEqualTo(100);
  }

  /** An index keeps its projection for ever: with another, the tables that exist no longer fit. */
  @Test
  void projectWhatTheTablesThatExistWereMadeWith() {
    var runs =
        List.of(
            "id",
            "workflow",
            "workflowName",
            "version",
            "build",
            "trigger",
            "status",
            "startedAt",
            "endedAt",
            "error",
            "cause");
    var newest = new ArrayList<>(runs);
    newest.addAll(
        List.of(
            "name",
            "description",
            "revision",
            "triggers",
            "publishedVersion",
            "publishedRevision",
            "publishedAt",
            "createdAt",
            "updatedAt"));
    var standing = new ArrayList<>(runs);
    standing.add("approval");

    assertThat(TableSpecs.DOCUMENTS.indexes())
        .containsExactly(
            new Projection(new TableIndex("newest", "newest", "at"), newest),
            new Projection(new TableIndex("by-parent", "parent", "at"), runs),
            new Projection(new TableIndex("by-standing", "standing", "at"), standing));
  }

  @Test
  void areCreatedOnce() {
    DynamoDbClient client = LocalCloud.cloud().clients().dynamoDb.get();

    TableCreation.createMissing(client, TableSpecs.DOCUMENTS, "heddle");

    var table = client.describeTable(r -> r.tableName("heddle")).table();
    assertThat(table.globalSecondaryIndexes())
        .extracting(index -> index.indexName())
        .containsExactlyInAnyOrderElementsOf(
            TableSpecs.DOCUMENTS.indexes().stream()
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
