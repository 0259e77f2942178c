package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index has of each item.
 *
 * @param attributes the attributes it has, or null if it has all
 */
record IndexProjection(@Nullable Set<String> attributes) {

  /** What the index has of the table's items; all of them if there is no index. */
  static IndexProjection of(DynamoDbTable table, @Nullable SecondaryIndex index) {
    if (index == null || index.projection() == SecondaryIndex.ProjectionType.ALL) {
      return new IndexProjection(null);
    }
    Set<String> attributes = new HashSet<>(index.included());
    attributes.addAll(table.keys().names());
    attributes.addAll(index.keys().names());
    return new IndexProjection(attributes);
  }

  boolean has(String attribute) {
    return attributes == null || attributes.contains(attribute);
  }

  DynamoDbItem item(DynamoDbItem whole) {
    if (attributes == null) {
      return whole;
    }
    Map<String, AttributeValue> kept = new LinkedHashMap<>(whole.attributes());
    kept.keySet().retainAll(attributes);
    return new DynamoDbItem(kept);
  }
}
