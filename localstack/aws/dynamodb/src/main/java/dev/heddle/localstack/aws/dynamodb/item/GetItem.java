package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ExpressionPlaceholders;
import dev.heddle.localstack.aws.dynamodb.expression.ProjectionExpression;
import dev.heddle.localstack.aws.dynamodb.item.ConsumedCapacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueReader;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** GetItem, and the reading of one item's address and projection that other reads share. */
public final class GetItem {
  private static final String PROJECTION = "ProjectionExpression";

  private final DynamoDbStore store;

  /** One item to read, and what of it. */
  record PointRead(DynamoDbTable table, RowKey key, @Nullable ProjectionExpression projection) {
    DynamoDbItem projected(DynamoDbItem item) {
      return projection == null ? item : projection.of(item);
    }
  }

  /** The reads from the store. */
  public GetItem(DynamoDbStore store) {
    this.store = store;
  }

  /** Reads one item. */
  public ObjectNode get(InputStructure input) {
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    PointRead read = read(input);
    DynamoDbItem item = store.items().read(read.table(), read.key()).orElse(null);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (item != null) {
      answer.set("Item", AttributeValueWriter.json(read.projected(item)));
    }
    ReadKind kind = ReadKind.of(input.flag("ConsistentRead", false));
    capacity.read(read.table(), null, item == null ? 0 : item.size(), kind);
    capacity.report(answer);
    return answer;
  }

  /** Reads which item a request wants. */
  PointRead read(InputStructure input) {
    LegacyParameters.refuse(input);
    String name = DynamoDbStore.tableName(input);
    new RequestConstraints().present("key", input.object("Key")).enforce();
    DynamoDbItem key = AttributeValueReader.item(Objects.requireNonNull(input.object("Key")));
    ProjectionExpression projection = projection(input);
    return read(store.catalog().table(name), key, projection);
  }

  static PointRead read(
      DynamoDbTable table, DynamoDbItem key, @Nullable ProjectionExpression projection) {
    KeyRules.checkKey(table, key);
    return new PointRead(table, RowKey.of(table.keys(), key), projection);
  }

  /** The projection of a request that has no other expression. */
  static @Nullable ProjectionExpression projection(InputStructure input) {
    ExpressionPlaceholders placeholders =
        ExpressionPlaceholders.of(input, List.of(), List.of(PROJECTION));
    String text = input.text(PROJECTION);
    ProjectionExpression projection =
        text == null ? null : ProjectionExpression.parse(text, placeholders);
    placeholders.refuseUnused();
    return projection;
  }
}
