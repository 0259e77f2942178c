package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Item;
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
record IndexView(@Nullable Set<String> attributes) {

  /** What the index has of the table's items; all of them if there is no index. */
  static IndexView of(Table table, @Nullable Index index) {
    if (index == null || index.projection() == Index.ProjectionType.ALL) {
      return new IndexView(null);
    }
    Set<String> attributes = new HashSet<>(index.included());
    attributes.addAll(table.keys().names());
    attributes.addAll(index.keys().names());
    return new IndexView(attributes);
  }

  boolean has(String attribute) {
    return attributes == null || attributes.contains(attribute);
  }

  Item item(Item whole) {
    if (attributes == null) {
      return whole;
    }
    Map<String, AttributeValue> kept = new LinkedHashMap<>(whole.attributes());
    kept.keySet().retainAll(attributes);
    return new Item(kept);
  }
}
