package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.Capacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.item.PointReads.PointRead;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** TransactGetItems: up to 100 items as they were at one moment. */
public final class TransactReads {
  private static final int ITEMS = 100;

  private final Store store;
  private final PointReads reads;

  /** The transactions on the store. */
  public TransactReads(Store store) {
    this.store = store;
    this.reads = new PointReads(store);
  }

  /** Reads the items. */
  public ObjectNode get(Input input) {
    Capacity capacity = Capacity.of(input);
    List<Input> items = input.objects("TransactItems");
    new Constraints()
        .present("transactItems", items)
        .size("transactItems", items, 1, ITEMS)
        .enforce();
    List<PointRead> wanted = Objects.requireNonNull(items).stream().map(this::read).toList();
    SameItem.refuse(
        wanted, read -> read, "Transaction request cannot include multiple operations on one item");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode responses = answer.putArray("Responses");
    List<@Nullable Item> found = atOneMoment(wanted);
    for (int at = 0; at < found.size(); at++) {
      respond(responses.addObject(), wanted.get(at), found.get(at), capacity);
    }
    capacity.reportAll(answer, true);
    return answer;
  }

  private PointRead read(Input item) {
    Input get = item.object("Get");
    new Constraints().present("transactItems.member.get", get).enforce();
    return reads.read(Objects.requireNonNull(get));
  }

  private List<@Nullable Item> atOneMoment(List<PointRead> wanted) {
    return store
        .database()
        .snapshot(
            connection -> {
              List<@Nullable Item> found = new ArrayList<>();
              for (PointRead read : wanted) {
                found.add(store.items().get(connection, read.table(), read.key()));
              }
              return found;
            });
  }

  private static void respond(
      ObjectNode response, PointRead read, @Nullable Item item, Capacity capacity) {
    if (item != null) {
      response.set("Item", ValueWriter.json(read.projected(item)));
    }
    capacity.read(read.table(), null, item == null ? 0 : item.size(), ReadKind.TRANSACTIONAL);
  }
}
