package dev.heddle.functions.aws.table;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of a position in an index: the index's own keys and those of the item behind it. */
public record IndexStartKey(TableIndex index, String partition, Function<String, TableKey> item)
    implements Function<String, Map<String, AttributeValue>> {

  @Override
  public Map<String, AttributeValue> apply(String position) {
    Map<String, AttributeValue> key = new HashMap<>(item.apply(position).attributes());
    key.put(index.hash(), AttributeValue.fromS(partition));
    key.put(index.range(), AttributeValue.fromS(position));
    return key;
  }
}
