package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.Projection;
import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Written;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PutItem, UpdateItem and DeleteItem. */
public final class SingleWrites {
  private final WriteRequests requests;
  private final ItemWriter writer;

  /** Which attributes a write answers with. */
  private enum Returned {
    NONE,
    ALL_OLD,
    ALL_NEW,
    UPDATED_OLD,
    UPDATED_NEW
  }

  /** The writes to the store. */
  public SingleWrites(Store store) {
    this.requests = new WriteRequests(store);
    this.writer = new ItemWriter(store);
  }

  /** Creates or replaces an item. */
  public ObjectNode put(Input input) {
    Returned returned = returned(input, false);
    return answer(input, requests.put(input), returned);
  }

  /** Updates an item or creates it. */
  public ObjectNode update(Input input) {
    Returned returned = returned(input, true);
    return answer(input, requests.update(input), returned);
  }

  /** Deletes an item if it is there. */
  public ObjectNode delete(Input input) {
    Returned returned = returned(input, false);
    return answer(input, requests.delete(input), returned);
  }

  private ObjectNode answer(Input input, ItemWrite write, Returned returned) {
    Capacity capacity = Capacity.of(input);
    boolean metrics = ItemCollections.asked(input);
    boolean needsBefore = returned != Returned.NONE || capacity.asked();
    Written written = writer.write(write, needsBefore);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    Item attributes = attributes(write.action(), written, returned);
    if (attributes != null && !attributes.attributes().isEmpty()) {
      answer.set("Attributes", ValueWriter.json(attributes));
    }
    capacity.write(written, false);
    capacity.report(answer);
    if (metrics) {
      ItemCollections.report(answer, write);
    }
    return answer;
  }

  private static @Nullable Item attributes(
      ItemWrite.Action action, Written written, Returned returned) {
    return switch (returned) {
      case NONE -> null;
      case ALL_OLD -> written.before();
      case ALL_NEW -> written.after();
      case UPDATED_OLD -> updated(action, written.before());
      case UPDATED_NEW -> updated(action, written.after());
    };
  }

  private static @Nullable Item updated(ItemWrite.Action action, @Nullable Item item) {
    return item != null && action instanceof ItemWrite.Change change
        ? new Projection(change.update().paths()).of(item)
        : null;
  }

  private static Returned returned(Input input, boolean updates) {
    String asked = input.text("ReturnValues");
    new Constraints()
        .oneOf("returnValues", asked, "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW")
        .enforce();
    Returned returned = asked == null ? Returned.NONE : Returned.valueOf(asked);
    if (!updates && returned != Returned.NONE && returned != Returned.ALL_OLD) {
      throw Faults.validation("ReturnValues can only be ALL_OLD or NONE");
    }
    return returned;
  }
}
