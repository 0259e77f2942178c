package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ProjectionExpression;
import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Result;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PutItem, UpdateItem and DeleteItem. */
public final class ItemWriteOperations {
  private final WriteRequestReader requests;
  private final ItemWriter writer;

  /** Which attributes a write answers with. */
  private enum ReturnValues {
    NONE,
    ALL_OLD,
    ALL_NEW,
    UPDATED_OLD,
    UPDATED_NEW
  }

  /** The writes to the store. */
  public ItemWriteOperations(DynamoDbStore store) {
    this.requests = new WriteRequestReader(store);
    this.writer = new ItemWriter(store);
  }

  /** Creates or replaces an item. */
  public ObjectNode put(InputStructure input) {
    ReturnValues returned = returnValues(input, false);
    return answer(input, requests.put(input), returned);
  }

  /** Updates an item or creates it. */
  public ObjectNode update(InputStructure input) {
    ReturnValues returned = returnValues(input, true);
    return answer(input, requests.update(input), returned);
  }

  /** Deletes an item if it is there. */
  public ObjectNode delete(InputStructure input) {
    ReturnValues returned = returnValues(input, false);
    return answer(input, requests.delete(input), returned);
  }

  private ObjectNode answer(InputStructure input, ItemWrite write, ReturnValues returned) {
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    boolean metrics = ItemCollectionMetrics.isRequested(input);
    boolean needsBefore = returned != ReturnValues.NONE || capacity.isRequested();
    Result written = writer.write(write, needsBefore);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    DynamoDbItem attributes = attributes(write.action(), written, returned);
    if (attributes != null && !attributes.attributes().isEmpty()) {
      answer.set("Attributes", AttributeValueWriter.json(attributes));
    }
    capacity.write(written, false);
    capacity.report(answer);
    if (metrics) {
      ItemCollectionMetrics.report(answer, write);
    }
    return answer;
  }

  private static @Nullable DynamoDbItem attributes(
      ItemWrite.Action action, Result written, ReturnValues returned) {
    return switch (returned) {
      case NONE -> null;
      case ALL_OLD -> written.before();
      case ALL_NEW -> written.after();
      case UPDATED_OLD -> updated(action, written.before());
      case UPDATED_NEW -> updated(action, written.after());
    };
  }

  private static @Nullable DynamoDbItem updated(
      ItemWrite.Action action, @Nullable DynamoDbItem item) {
    return item != null && action instanceof ItemWrite.Update change
        ? new ProjectionExpression(change.update().paths()).of(item)
        : null;
  }

  private static ReturnValues returnValues(InputStructure input, boolean updates) {
    String asked = input.text("ReturnValues");
    new RequestConstraints()
        .oneOf("returnValues", asked, "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW")
        .enforce();
    ReturnValues returned = asked == null ? ReturnValues.NONE : ReturnValues.valueOf(asked);
    if (!updates && returned != ReturnValues.NONE && returned != ReturnValues.ALL_OLD) {
      throw DynamoDbFaults.validation("ReturnValues can only be ALL_OLD or NONE");
    }
    return returned;
  }
}
