package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.Placeholders;
import dev.heddle.localstack.aws.dynamodb.expression.Projection;
import dev.heddle.localstack.aws.dynamodb.item.Capacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueReader;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** GetItem, and the reading of one item's address and projection that other reads share. */
public final class PointReads {
  private static final String PROJECTION = "ProjectionExpression";

  private final Store store;

  /** One item to read, and what of it. */
  record PointRead(Table table, RowKey key, @Nullable Projection projection) {
    Item projected(Item item) {
      return projection == null ? item : projection.of(item);
    }
  }

  /** The reads from the store. */
  public PointReads(Store store) {
    this.store = store;
  }

  /** Reads one item. */
  public ObjectNode get(Input input) {
    Capacity capacity = Capacity.of(input);
    PointRead read = read(input);
    Item item = store.items().read(read.table(), read.key()).orElse(null);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (item != null) {
      answer.set("Item", ValueWriter.json(read.projected(item)));
    }
    ReadKind kind = ReadKind.of(input.flag("ConsistentRead", false));
    capacity.read(read.table(), null, item == null ? 0 : item.size(), kind);
    capacity.report(answer);
    return answer;
  }

  /** Reads which item a request wants. */
  PointRead read(Input input) {
    Legacy.refuse(input);
    String name = Store.tableName(input);
    new Constraints().present("key", input.object("Key")).enforce();
    Item key = ValueReader.item(Objects.requireNonNull(input.object("Key")));
    Projection projection = projection(input);
    return read(store.catalog().table(name), key, projection);
  }

  static PointRead read(Table table, Item key, @Nullable Projection projection) {
    KeyRules.checkKey(table, key);
    return new PointRead(table, RowKey.of(table.keys(), key), projection);
  }

  /** The projection of a request that has no other expression. */
  static @Nullable Projection projection(Input input) {
    Placeholders placeholders = Placeholders.of(input, List.of(), List.of(PROJECTION));
    String text = input.text(PROJECTION);
    Projection projection = text == null ? null : Projection.parse(text, placeholders);
    placeholders.refuseUnused();
    return projection;
  }
}
