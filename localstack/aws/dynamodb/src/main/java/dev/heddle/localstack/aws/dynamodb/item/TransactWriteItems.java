package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Result;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** TransactWriteItems: up to 100 writes and checks, all or none. */
public final class TransactWriteItems {
  private static final int ITEMS = 100;
  private static final List<String> KINDS = List.of("ConditionCheck", "Put", "Delete", "Update");

  private final DynamoDbStore store;
  private final WriteRequestReader requests;
  private final ItemWriter writer;
  private final ClientRequestTokens tokens;

  /** The transactions on the store. */
  public TransactWriteItems(DynamoDbStore store) {
    this.store = store;
    this.requests = new WriteRequestReader(store);
    this.writer = new ItemWriter(store);
    this.tokens = new ClientRequestTokens(store);
  }

  /** Carries out the transaction. */
  public ObjectNode write(InputStructure input) {
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    boolean metrics = ItemCollectionMetrics.isRequested(input);
    String token = input.text("ClientRequestToken");
    List<InputStructure> items = input.objects("TransactItems");
    new RequestConstraints()
        .present("transactItems", items)
        .size("transactItems", items, 1, ITEMS)
        .length("clientRequestToken", token, 1, 36)
        .enforce();
    List<ItemWrite> writes = Objects.requireNonNull(items).stream().map(this::part).toList();
    DistinctItems.check(
        writes, "Transaction request cannot include multiple operations on one item");
    List<Result> written = written(input, token, writes, capacity.isRequested());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    written.forEach(one -> capacity.write(one, true));
    capacity.reportAll(answer, true);
    if (metrics) {
      ItemCollectionMetrics.reportAll(answer, writes);
    }
    return answer;
  }

  private ItemWrite part(InputStructure item) {
    List<String> kinds = KINDS.stream().filter(item::has).toList();
    if (kinds.size() != 1) {
      throw DynamoDbFaults.validation(
          "TransactItems can only contain one of Check, Put, Update or Delete");
    }
    String kind = kinds.getFirst();
    InputStructure write = Objects.requireNonNull(item.object(kind));
    return switch (kind) {
      case "Put" -> requests.put(write);
      case "Update" -> requests.update(write);
      case "Delete" -> requests.delete(write);
      default -> requests.check(write);
    };
  }

  private List<Result> written(
      InputStructure input, @Nullable String token, List<ItemWrite> writes, boolean needsBefore) {
    byte[] digest = token == null ? new byte[0] : ClientRequestTokens.digest(input);
    return store
        .database()
        .write(
            connection ->
                token != null && tokens.isRepeated(connection, token, digest)
                    ? List.of()
                    : apply(connection, writes, needsBefore));
  }

  private List<Result> apply(Connection connection, List<ItemWrite> writes, boolean needsBefore)
      throws SQLException {
    List<Result> written = new ArrayList<>();
    List<ObjectNode> reasons = new ArrayList<>();
    boolean failed = false;
    for (ItemWrite write : writes) {
      try {
        written.add(writer.apply(connection, write, needsBefore));
        reasons.add(reason("None", null, Map.of()));
      } catch (AwsFault fault) {
        failed = true;
        reasons.add(reason(reasonCode(fault), fault.message(), fault.details()));
      }
    }
    if (failed) {
      throw transactionCanceled(reasons);
    }
    return written;
  }

  private static String reasonCode(AwsFault fault) {
    return switch (fault.code()) {
      case "ConditionalCheckFailedException" -> "ConditionalCheckFailed";
      case "ValidationException" -> "ValidationError";
      default -> throw fault;
    };
  }

  private static ObjectNode reason(
      String code, @Nullable String message, Map<String, Object> details) {
    ObjectNode reason = JsonNodeFactory.instance.objectNode().put("Code", code);
    if (message != null) {
      reason.put("Message", message);
    }
    if (details.get("Item") instanceof ObjectNode item) {
      reason.set("Item", item);
    }
    return reason;
  }

  private static AwsFault transactionCanceled(List<ObjectNode> reasons) {
    List<String> codes = reasons.stream().map(reason -> reason.get("Code").stringValue()).toList();
    return new AwsFault(
        400,
        "TransactionCanceledException",
        "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
        Map.of("CancellationReasons", reasons));
  }
}
