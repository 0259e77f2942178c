package dev.heddle.functions.aws.table;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What to read of one partition, of the table or of an index.
 *
 * @param prefix of the range key; empty for all
 * @param newestFirst against the range key's order
 * @param limit of items read; 0 for as many as fit 1 MB
 * @param after the key to go on behind; empty to begin
 */
public record TableQuery(
    String partition,
    @Nullable TableIndex index,
    String prefix,
    boolean newestFirst,
    int limit,
    Map<String, AttributeValue> after) {

  public static TableQuery of(String partition) {
    return new TableQuery(partition, null, "", false, 0, Map.of());
  }

  public TableQuery in(TableIndex index) {
    return new TableQuery(partition, index, prefix, newestFirst, limit, after);
  }

  public TableQuery beginning(String prefix) {
    return new TableQuery(partition, index, prefix, newestFirst, limit, after);
  }

  TableQuery newest(int limit) {
    return new TableQuery(partition, index, prefix, true, limit, after);
  }

  public TableQuery atMost(int limit) {
    return new TableQuery(partition, index, prefix, newestFirst, limit, after);
  }

  TableQuery after(Map<String, AttributeValue> after) {
    return new TableQuery(partition, index, prefix, newestFirst, limit, after);
  }

  /** Reads only the keys. */
  QueryRequest keys(String table) {
    String expression = "#" + TableKey.PARTITION + ", #" + TableKey.SORT;
    return request(table).toBuilder()
        .projectionExpression(expression)
        .expressionAttributeNames(ItemCondition.names(expression))
        .build();
  }

  QueryRequest request(String table) {
    String hash = index == null ? TableKey.PARTITION : index.hash();
    String range = index == null ? TableKey.SORT : index.range();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":partition", AttributeValue.fromS(partition));
    String keys = "#" + hash + " = :partition";
    if (!prefix.isEmpty()) {
      values.put(":prefix", AttributeValue.fromS(prefix));
      keys += " AND begins_with(#" + range + ", :prefix)";
    }
    return QueryRequest.builder()
        .tableName(table)
        .indexName(index == null ? null : index.name())
        .keyConditionExpression(keys)
        .expressionAttributeNames(ItemCondition.names(keys))
        .expressionAttributeValues(values)
        .scanIndexForward(!newestFirst)
        .consistentRead(index == null)
        .limit(limit == 0 ? null : limit)
        .exclusiveStartKey(after.isEmpty() ? null : after)
        .build();
  }
}
