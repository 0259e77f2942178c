package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.Capacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.RowReader;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one page: until a limit of items or 1 MB is reached, then filters. */
final class Pages {
  private static final int PAGE = 1_024 * 1_024;

  private final PageRequest request;
  private final IndexView view;
  private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
  private int count;
  private int scanned;
  private long bytes;
  private @Nullable Item last;
  private boolean more;

  private Pages(PageRequest request) {
    this.request = request;
    this.view = IndexView.of(request.table(), request.index());
  }

  static ObjectNode read(Store store, PageRequest request, Capacity capacity) {
    var page = new Pages(request);
    store
        .database()
        .read(
            connection -> {
              new RowReader(store.database(), request.table(), request.index())
                  .read(connection, request.span(), request.start(), page::visit);
              return page;
            });
    return page.answer(capacity);
  }

  private boolean visit(Item whole) {
    Item item = view.item(whole);
    scanned++;
    bytes += item.size();
    last = item;
    if (request.filter() == null || request.filter().condition().holds(item)) {
      count++;
      if (!request.count()) {
        items.add(ValueWriter.json(shown(request.whole() ? whole : item)));
      }
    }
    more = bytes >= PAGE || (request.limit() != null && scanned == request.limit());
    return !more;
  }

  private Item shown(Item item) {
    return request.projection() == null ? item : request.projection().of(item);
  }

  private ObjectNode answer(Capacity capacity) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!request.count()) {
      answer.set("Items", items);
    }
    answer.put("Count", count).put("ScannedCount", scanned);
    if (more) {
      answer.set("LastEvaluatedKey", ValueWriter.json(key(Objects.requireNonNull(last))));
    }
    ReadKind kind = ReadKind.of(request.consistent());
    capacity.read(request.table(), request.index(), bytes, kind);
    capacity.report(answer);
    return answer;
  }

  private Item key(Item item) {
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    Table table = request.table();
    Index index = request.index();
    table.keys().names().forEach(name -> key.put(name, value(item, name)));
    if (index != null) {
      index.keys().names().forEach(name -> key.put(name, value(item, name)));
    }
    return new Item(key);
  }

  private static AttributeValue value(Item item, String name) {
    return Objects.requireNonNull(item.get(name));
  }
}
