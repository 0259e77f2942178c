package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Scan as the API reference describes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanContractTest {
  private static final int ITEMS = 100;

  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String table;

  @BeforeAll
  void fill() {
    client = TARGET.client();
    table = TARGET.rangeTable("N");
    for (int from = 0; from < ITEMS; from += 25) {
      List<WriteRequest> puts = new ArrayList<>();
      for (int i = from; i < from + 25; i++) {
        var item = Map.of("pk", s("p" + i / 4), "sk", n(i), "even", n(i % 2));
        puts.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
      }
      client.batchWriteItem(b -> b.requestItems(Map.of(table, puts)));
    }
  }

  private List<String> all(Consumer<ScanRequest.Builder> more) {
    return client
        .scanPaginator(
            scan -> {
              scan.tableName(table);
              more.accept(scan);
            })
        .items()
        .stream()
        .map(item -> item.get("sk").n())
        .toList();
  }

  @Test
  void readsEveryItemOnce() {
    assertThat(all(s -> {})).hasSize(ITEMS).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 99, 100, 101})
  void pages(int limit) {
    assertThat(all(scan -> scan.limit(limit))).hasSize(ITEMS).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void sharesTheItemsAmongSegments(int segments) {
    List<String> found = new ArrayList<>();
    for (int segment = 0; segment < Math.min(segments, 7); segment++) {
      int mine = segment;
      found.addAll(all(scan -> scan.segment(mine).totalSegments(segments).limit(5)));
    }
    assertThat(found).doesNotHaveDuplicates();
    if (segments <= 7) {
      assertThat(found).hasSize(ITEMS);
    }
  }

  @Test
  void filters() {
    var answer =
        client.scan(
            scan ->
                scan.tableName(table)
                    .filterExpression("even = :one AND sk >= :low")
                    .expressionAttributeValues(Map.of(":one", n(1), ":low", n(90))));
    assertThat(answer.count()).isEqualTo(5);
    assertThat(answer.scannedCount()).isEqualTo(ITEMS);
  }

  @Test
  void counts() {
    var answer = client.scan(scan -> scan.tableName(table).select(Select.COUNT));
    assertThat(answer.count()).isEqualTo(ITEMS);
    assertThat(answer.hasItems()).isFalse();
  }

  @Test
  void refusesAStartInAnotherSegment() {
    var page = client.scan(scan -> scan.tableName(table).segment(0).totalSegments(2).limit(1));
    assertRefused(
        () ->
            client.scan(
                scan ->
                    scan.tableName(table)
                        .segment(1)
                        .totalSegments(2)
                        .exclusiveStartKey(page.lastEvaluatedKey())),
        "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
            + " ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 1");
  }

  @Test
  void refusesHalfASegment() {
    assertRefused(
        () -> client.scan(scan -> scan.tableName(table).segment(0)),
        "The TotalSegments parameter is required but was not present in the request when Segment"
            + " parameter is present");
    assertRefused(
        () -> client.scan(scan -> scan.tableName(table).totalSegments(2)),
        "The Segment parameter is required but was not present in the request when parameter"
            + " TotalSegments is present");
    assertRefused(
        () -> client.scan(scan -> scan.tableName(table).segment(2).totalSegments(2)),
        "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
            + " Segment: 2 is not less than TotalSegments: 2");
  }
}
