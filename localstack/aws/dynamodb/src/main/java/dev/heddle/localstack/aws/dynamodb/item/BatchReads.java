package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.Projection;
import dev.heddle.localstack.aws.dynamodb.item.Capacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.item.PointReads.PointRead;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueReader;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** BatchGetItem: up to 100 items; beyond 16 MB the rest is left unprocessed. */
public final class BatchReads {
  private static final int ITEMS = 100;
  private static final int ANSWER = 16 * 1_024 * 1_024;

  private final Store store;

  private record Wanted(String name, Input request, Input key, PointRead read) {}

  /** The reads from the store. */
  public BatchReads(Store store) {
    this.store = store;
  }

  /** Reads the items. */
  public ObjectNode get(Input input) {
    Capacity capacity = Capacity.of(input);
    Map<String, Input> requests = input.objectMap("RequestItems");
    new Constraints()
        .present("requestItems", requests)
        .size("requestItems", requests == null ? null : requests.keySet(), 1, ITEMS)
        .enforce();
    List<Wanted> wanted = new ArrayList<>();
    Objects.requireNonNull(requests).forEach((name, request) -> want(wanted, name, request));
    SameItem.refuse(wanted, Wanted::read, "Provided list of item keys contains duplicates");
    return answer(wanted, capacity);
  }

  private void want(List<Wanted> wanted, String name, Input request) {
    Legacy.refuse(request);
    List<Input> keys = request.objects("Keys");
    new Constraints()
        .present("requestItems." + name + ".member.keys", keys)
        .size("requestItems." + name + ".member.keys", keys, 1, ITEMS)
        .enforce();
    Projection projection = PointReads.projection(request);
    Table table = store.catalog().table(Store.checkedName(name));
    for (Input key : Objects.requireNonNull(keys)) {
      PointRead read = PointReads.read(table, ValueReader.item(key), projection);
      wanted.add(new Wanted(name, request, key, read));
    }
    if (wanted.size() > ITEMS) {
      throw Faults.validation("Too many items requested for the BatchGetItem call");
    }
  }

  private ObjectNode answer(List<Wanted> wanted, Capacity capacity) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode responses = answer.putObject("Responses");
    ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
    long bytes = 0;
    for (Wanted one : wanted) {
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

  private int read(Wanted one, ObjectNode responses, Capacity capacity) {
    PointRead read = one.read();
    Item item = store.items().read(read.table(), read.key()).orElse(null);
    int size = item == null ? 0 : item.size();
    ReadKind kind = ReadKind.of(one.request().flag("ConsistentRead", false));
    capacity.read(read.table(), null, size, kind);
    if (item != null) {
      responses.withArrayProperty(one.name()).add(ValueWriter.json(read.projected(item)));
    }
    return size;
  }

  private static void leave(ObjectNode unprocessed, Wanted one) {
    ObjectNode request = (ObjectNode) unprocessed.get(one.name());
    if (request == null) {
      request = (ObjectNode) one.request().node().deepCopy();
      request.putArray("Keys");
      unprocessed.set(one.name(), request);
    }
    request.withArrayProperty("Keys").add(one.key().node());
  }
}
