package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Result;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueReader;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** BatchWriteItem: up to 25 puts and deletes; none is ever left unprocessed. */
public final class BatchWriteItem {
  private static final int ITEMS = 25;

  private final DynamoDbStore store;
  private final ItemWriter writer;

  /** The writes to the store. */
  public BatchWriteItem(DynamoDbStore store) {
    this.store = store;
    this.writer = new ItemWriter(store);
  }

  /** Writes the items. */
  public ObjectNode write(InputStructure input) {
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    boolean metrics = ItemCollectionMetrics.isRequested(input);
    List<ItemWrite> writes = writes(input);
    DistinctItems.check(writes, "Provided list of item keys contains duplicates");
    List<Result> written =
        store.database().write(connection -> apply(connection, writes, capacity.isRequested()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject("UnprocessedItems");
    written.forEach(one -> capacity.write(one, false));
    capacity.reportAll(answer, false);
    if (metrics) {
      ItemCollectionMetrics.reportAll(answer, writes);
    }
    return answer;
  }

  private List<Result> apply(Connection connection, List<ItemWrite> writes, boolean needsBefore)
      throws SQLException {
    List<Result> done = new ArrayList<>();
    for (ItemWrite write : writes) {
      done.add(writer.apply(connection, write, needsBefore));
    }
    return done;
  }

  private List<ItemWrite> writes(InputStructure input) {
    Map<String, List<InputStructure>> requests = input.objectLists("RequestItems");
    new RequestConstraints()
        .present("requestItems", requests)
        .size("requestItems", requests == null ? null : requests.keySet(), 1, ITEMS)
        .enforce();
    int count = Objects.requireNonNull(requests).values().stream().mapToInt(List::size).sum();
    if (count > ITEMS) {
      throw DynamoDbFaults.validation("Too many items requested for the BatchWriteItem call");
    }
    List<ItemWrite> writes = new ArrayList<>();
    requests.forEach((name, list) -> writes(writes, DynamoDbStore.checkedName(name), list));
    return writes;
  }

  private void writes(List<ItemWrite> writes, String name, List<InputStructure> requests) {
    new RequestConstraints().size("requestItems." + name + ".member", requests, 1, ITEMS).enforce();
    DynamoDbTable table = store.catalog().table(name);
    requests.forEach(request -> writes.add(write(table, request)));
  }

  private static ItemWrite write(DynamoDbTable table, InputStructure request) {
    InputStructure put = request.object("PutRequest");
    InputStructure delete = request.object("DeleteRequest");
    if (put != null && delete == null) {
      DynamoDbItem item = AttributeValueReader.item(required(put, "Item"));
      KeyRules.checkItem(table, item);
      return write(table, item, new ItemWrite.Put(item));
    }
    if (delete != null && put == null) {
      DynamoDbItem key = AttributeValueReader.item(required(delete, "Key"));
      KeyRules.checkKey(table, key);
      return write(table, key, new ItemWrite.Delete(key));
    }
    throw DynamoDbFaults.validation(
        "Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest");
  }

  private static ItemWrite write(DynamoDbTable table, DynamoDbItem keyed, ItemWrite.Action action) {
    return ItemWrite.unconditional(table, RowKey.of(table.keys(), keyed), action);
  }

  private static InputStructure required(InputStructure request, String member) {
    InputStructure value = request.object(member);
    new RequestConstraints().present("requestItems.member." + member, value).enforce();
    return Objects.requireNonNull(value);
  }
}
