package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Written;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.store.Store;
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
public final class TransactWrites {
  private static final int ITEMS = 100;
  private static final List<String> KINDS = List.of("ConditionCheck", "Put", "Delete", "Update");

  private final Store store;
  private final WriteRequests requests;
  private final ItemWriter writer;
  private final RequestTokens tokens;

  /** The transactions on the store. */
  public TransactWrites(Store store) {
    this.store = store;
    this.requests = new WriteRequests(store);
    this.writer = new ItemWriter(store);
    this.tokens = new RequestTokens(store);
  }

  /** Carries out the transaction. */
  public ObjectNode write(Input input) {
    Capacity capacity = Capacity.of(input);
    boolean metrics = ItemCollections.asked(input);
    String token = input.text("ClientRequestToken");
    List<Input> items = input.objects("TransactItems");
    new Constraints()
        .present("transactItems", items)
        .size("transactItems", items, 1, ITEMS)
        .length("clientRequestToken", token, 1, 36)
        .enforce();
    List<ItemWrite> writes = Objects.requireNonNull(items).stream().map(this::part).toList();
    SameItem.refuse(writes, "Transaction request cannot include multiple operations on one item");
    List<Written> written = written(input, token, writes, capacity.asked());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    written.forEach(one -> capacity.write(one, true));
    capacity.reportAll(answer, true);
    if (metrics) {
      ItemCollections.reportAll(answer, writes);
    }
    return answer;
  }

  private ItemWrite part(Input item) {
    List<String> kinds = KINDS.stream().filter(item::has).toList();
    if (kinds.size() != 1) {
      throw Faults.validation("TransactItems can only contain one of Check, Put, Update or Delete");
    }
    String kind = kinds.getFirst();
    Input write = Objects.requireNonNull(item.object(kind));
    return switch (kind) {
      case "Put" -> requests.put(write);
      case "Update" -> requests.update(write);
      case "Delete" -> requests.delete(write);
      default -> requests.check(write);
    };
  }

  private List<Written> written(
      Input input, @Nullable String token, List<ItemWrite> writes, boolean needsBefore) {
    byte[] digest = token == null ? new byte[0] : RequestTokens.digest(input);
    return store
        .database()
        .write(
            connection ->
                token != null && tokens.seen(connection, token, digest)
                    ? List.of()
                    : apply(connection, writes, needsBefore));
  }

  private List<Written> apply(Connection connection, List<ItemWrite> writes, boolean needsBefore)
      throws SQLException {
    List<Written> written = new ArrayList<>();
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
      throw cancelled(reasons);
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

  private static AwsFault cancelled(List<ObjectNode> reasons) {
    List<String> codes = reasons.stream().map(reason -> reason.get("Code").stringValue()).toList();
    return new AwsFault(
        400,
        "TransactionCanceledException",
        "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
        Map.of("CancellationReasons", reasons));
  }
}
