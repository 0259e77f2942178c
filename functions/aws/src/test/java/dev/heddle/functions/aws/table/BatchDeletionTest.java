package dev.heddle.functions.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many items go in batches, and what was throttled goes again. */
class BatchDeletionTest {
  private static final String TABLE = "documents";

  /** Takes one item of each batch and throttles the others. */
  private static final class ThrottledTable implements DynamoDbClient {
    final List<WriteRequest> removed = new ArrayList<>();

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
      List<WriteRequest> asked = request.requestItems().get(TABLE);
      removed.add(asked.getFirst());
      List<WriteRequest> left = asked.subList(1, asked.size());
      return BatchWriteItemResponse.builder()
          .unprocessedItems(left.isEmpty() ? Map.of() : Map.of(TABLE, left))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  @Test
  void whatWasNotProcessedIsSentAgain() {
    var table = new ThrottledTable();
    List<Map<String, AttributeValue>> keys = List.of(key("one"), key("two"), key("three"));

    new BatchDeletion(table, TABLE).of(keys);

    assertThat(table.removed)
        .extracting(request -> request.deleteRequest().key())
        .containsExactlyElementsOf(keys);
  }

  private static Map<String, AttributeValue> key(String name) {
    return Map.of("pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS(name));
  }
}
