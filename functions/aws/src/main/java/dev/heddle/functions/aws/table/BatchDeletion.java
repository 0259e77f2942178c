package dev.heddle.functions.aws.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Removes many items, as many at a time as a batch takes. */
record BatchDeletion(DynamoDbClient client, String table) {
  // What BatchWriteItem takes at most.
  private static final int BATCH = 25;
  private static final int TRIES = 10;

  void of(List<Map<String, AttributeValue>> keys) {
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<WriteRequest> requests = new ArrayList<>();
      for (var key : keys.subList(from, Math.min(from + BATCH, keys.size()))) {
        requests.add(WriteRequest.builder().deleteRequest(d -> d.key(key)).build());
      }
      remove(requests);
    }
  }

  private void remove(List<WriteRequest> requests) {
    List<WriteRequest> left = requests;
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      Map<String, List<WriteRequest>> batch = Map.of(table, left);
      left =
          client
              .batchWriteItem(r -> r.requestItems(batch))
              .unprocessedItems()
              .getOrDefault(table, List.of());
      if (!left.isEmpty()) {
        // What comes back was throttled: sent again at once it would be throttled again, and all
        // tries be used up within a moment.
        ConflictRetry.pause(i);
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          left.size() + " items of " + table + " could not be removed yet; repeat the call");
    }
  }
}
