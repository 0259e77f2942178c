package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.ConsumedCapacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.item.GetItem.PointRead;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** TransactGetItems: up to 100 items as they were at one moment. */
public final class TransactGetItems {
  private static final int ITEMS = 100;

  private final DynamoDbStore store;
  private final GetItem reads;

  /** The transactions on the store. */
  public TransactGetItems(DynamoDbStore store) {
    this.store = store;
    this.reads = new GetItem(store);
  }

  /** Reads the items. */
  public ObjectNode get(InputStructure input) {
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    List<InputStructure> items = input.objects("TransactItems");
    new RequestConstraints()
        .present("transactItems", items)
        .size("transactItems", items, 1, ITEMS)
        .enforce();
    List<PointRead> wanted = Objects.requireNonNull(items).stream().map(this::read).toList();
    DistinctItems.check(
        wanted, read -> read, "Transaction request cannot include multiple operations on one item");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode responses = answer.putArray("Responses");
    List<@Nullable DynamoDbItem> found = atOneMoment(wanted);
    for (int at = 0; at < found.size(); at++) {
      respond(responses.addObject(), wanted.get(at), found.get(at), capacity);
    }
    capacity.reportAll(answer, true);
    return answer;
  }

  private PointRead read(InputStructure item) {
    InputStructure get = item.object("Get");
    new RequestConstraints().present("transactItems.member.get", get).enforce();
    return reads.read(Objects.requireNonNull(get));
  }

  private List<@Nullable DynamoDbItem> atOneMoment(List<PointRead> wanted) {
    return store
        .database()
        .snapshot(
            connection -> {
              List<@Nullable DynamoDbItem> found = new ArrayList<>();
              for (PointRead read : wanted) {
                found.add(store.items().get(connection, read.table(), read.key()));
              }
              return found;
            });
  }

  private static void respond(
      ObjectNode response, PointRead read, @Nullable DynamoDbItem item, ConsumedCapacity capacity) {
    if (item != null) {
      response.set("Item", AttributeValueWriter.json(read.projected(item)));
    }
    capacity.read(read.table(), null, item == null ? 0 : item.size(), ReadKind.TRANSACTIONAL);
  }
}
