package dev.heddle.functions.aws.table;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one query read; {@code last} is empty at the end. */
public record QuerySlice(List<TableItem> items, Map<String, AttributeValue> last) {

  static final QuerySlice EMPTY = new QuerySlice(List.of(), Map.of());

  boolean isEnd() {
    return last.isEmpty();
  }
}
