package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ProjectionExpression;
import dev.heddle.localstack.aws.dynamodb.item.ConsumedCapacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.item.GetItem.PointRead;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueReader;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** BatchGetItem: up to 100 items; beyond 16 MB the rest is left unprocessed. */
public final class BatchGetItem {
  private static final int ITEMS = 100;
  private static final int ANSWER = 16 * 1_024 * 1_024;

  private final DynamoDbStore store;

  private record RequestedItem(
      String name, InputStructure request, InputStructure key, PointRead read) {}

  /** The reads from the store. */
  public BatchGetItem(DynamoDbStore store) {
    this.store = store;
  }

  /** Reads the items. */
  public ObjectNode get(InputStructure input) {
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    Map<String, InputStructure> requests = input.objectMap("RequestItems");
    new RequestConstraints()
        .present("requestItems", requests)
        .size("requestItems", requests == null ? null : requests.keySet(), 1, ITEMS)
        .enforce();
    List<RequestedItem> wanted = new ArrayList<>();
    Objects.requireNonNull(requests).forEach((name, request) -> want(wanted, name, request));
    DistinctItems.check(
        wanted, RequestedItem::read, "Provided list of item keys contains duplicates");
    return answer(wanted, capacity);
  }

  private void want(List<RequestedItem> wanted, String name, InputStructure request) {
    LegacyParameters.refuse(request);
    List<InputStructure> keys = request.objects("Keys");
    new RequestConstraints()
        .present("requestItems." + name + ".member.keys", keys)
        .size("requestItems." + name + ".member.keys", keys, 1, ITEMS)
        .enforce();
    ProjectionExpression projection = GetItem.projection(request);
    DynamoDbTable table = store.catalog().table(DynamoDbStore.checkedName(name));
    for (InputStructure key : Objects.requireNonNull(keys)) {
      PointRead read = GetItem.read(table, AttributeValueReader.item(key), projection);
      wanted.add(new RequestedItem(name, request, key, read));
    }
    if (wanted.size() > ITEMS) {
      throw DynamoDbFaults.validation("Too many items requested for the BatchGetItem call");
    }
  }

  private ObjectNode answer(List<RequestedItem> wanted, ConsumedCapacity capacity) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode responses = answer.putObject("Responses");
    ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
    long bytes = 0;
    for (RequestedItem one : wanted) {
      responses.withArrayProperty(one.name());
      if (bytes > ANSWER) {
        leave(unprocessed, one);
      } else {
        bytes += read(one, responses, capacity);
      }
    }
    capacity.reportAll(answer, false);
    return answer;
  }

  private int read(RequestedItem one, ObjectNode responses, ConsumedCapacity capacity) {
    PointRead read = one.read();
    DynamoDbItem item = store.items().read(read.table(), read.key()).orElse(null);
    int size = item == null ? 0 : item.size();
    ReadKind kind = ReadKind.of(one.request().flag("ConsistentRead", false));
    capacity.read(read.table(), null, size, kind);
    if (item != null) {
      responses.withArrayProperty(one.name()).add(AttributeValueWriter.json(read.projected(item)));
    }
    return size;
  }

  private static void leave(ObjectNode unprocessed, RequestedItem one) {
    ObjectNode request = (ObjectNode) unprocessed.get(one.name());
    if (request == null) {
      request = (ObjectNode) one.request().node().deepCopy();
      request.putArray("Keys");
      unprocessed.set(one.name(), request);
    }
    request.withArrayProperty("Keys").add(one.key().node());
  }
}
