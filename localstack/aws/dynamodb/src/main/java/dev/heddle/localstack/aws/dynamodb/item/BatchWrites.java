package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Written;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** BatchWriteItem: up to 25 puts and deletes; none is ever left unprocessed. */
public final class BatchWrites {
  private static final int ITEMS = 25;

  private final Store store;
  private final ItemWriter writer;

  /** The writes to the store. */
  public BatchWrites(Store store) {
    this.store = store;
    this.writer = new ItemWriter(store);
  }

  /** Writes the items. */
  public ObjectNode write(Input input) {
    Capacity capacity = Capacity.of(input);
    boolean metrics = ItemCollections.asked(input);
    List<ItemWrite> writes = writes(input);
    SameItem.refuse(writes, "Provided list of item keys contains duplicates");
    List<Written> written =
        store.database().write(connection -> apply(connection, writes, capacity.asked()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject("UnprocessedItems");
    written.forEach(one -> capacity.write(one, false));
    capacity.reportAll(answer, false);
    if (metrics) {
      ItemCollections.reportAll(answer, writes);
    }
    return answer;
  }

  private List<Written> apply(Connection connection, List<ItemWrite> writes, boolean needsBefore)
      throws SQLException {
    List<Written> done = new ArrayList<>();
    for (ItemWrite write : writes) {
      done.add(writer.apply(connection, write, needsBefore));
    }
    return done;
  }

  private List<ItemWrite> writes(Input input) {
    Map<String, List<Input>> requests = input.objectLists("RequestItems");
    new Constraints()
        .present("requestItems", requests)
        .size("requestItems", requests == null ? null : requests.keySet(), 1, ITEMS)
        .enforce();
    int count = Objects.requireNonNull(requests).values().stream().mapToInt(List::size).sum();
    if (count > ITEMS) {
      throw Faults.validation("Too many items requested for the BatchWriteItem call");
    }
    List<ItemWrite> writes = new ArrayList<>();
    requests.forEach((name, list) -> writes(writes, Store.checkedName(name), list));
    return writes;
  }

  private void writes(List<ItemWrite> writes, String name, List<Input> requests) {
    new Constraints().size("requestItems." + name + ".member", requests, 1, ITEMS).enforce();
    Table table = store.catalog().table(name);
    requests.forEach(request -> writes.add(write(table, request)));
  }

  private static ItemWrite write(Table table, Input request) {
    Input put = request.object("PutRequest");
    Input delete = request.object("DeleteRequest");
    if (put != null && delete == null) {
      Item item = ValueReader.item(required(put, "Item"));
      KeyRules.checkItem(table, item);
      return write(table, item, new ItemWrite.Put(item));
    }
    if (delete != null && put == null) {
      Item key = ValueReader.item(required(delete, "Key"));
      KeyRules.checkKey(table, key);
      return write(table, key, new ItemWrite.Remove(key));
    }
    throw Faults.validation(
        "Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest");
  }

  private static ItemWrite write(Table table, Item keyed, ItemWrite.Action action) {
    return new ItemWrite(table, RowKey.of(table.keys(), keyed), action, null, false);
  }

  private static Input required(Input request, String member) {
    Input value = request.object(member);
    new Constraints().present("requestItems.member." + member, value).enforce();
    return Objects.requireNonNull(value);
  }
}
