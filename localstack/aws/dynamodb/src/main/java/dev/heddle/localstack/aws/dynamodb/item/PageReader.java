package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.ConsumedCapacity.ReadKind;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.RowReader;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one page: until a limit of items or 1 MB is reached, then filters. */
final class PageReader {
  private static final int PAGE = 1_024 * 1_024;

  private final PageRequest request;
  private final IndexProjection view;
  private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
  private int count;
  private int scanned;
  private long bytes;
  private @Nullable DynamoDbItem last;
  private boolean more;

  private PageReader(PageRequest request) {
    this.request = request;
    this.view = IndexProjection.of(request.table(), request.index());
  }

  static ObjectNode read(DynamoDbStore store, PageRequest request, ConsumedCapacity capacity) {
    var page = new PageReader(request);
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

  private boolean visit(DynamoDbItem whole) {
    DynamoDbItem item = view.item(whole);
    scanned++;
    bytes += item.size();
    last = item;
    if (request.filter() == null || request.filter().condition().holds(item)) {
      count++;
      if (!request.count()) {
        items.add(AttributeValueWriter.json(shown(request.whole() ? whole : item)));
      }
    }
    more = bytes >= PAGE || (request.limit() != null && scanned == request.limit());
    return !more;
  }

  private DynamoDbItem shown(DynamoDbItem item) {
    return request.projection() == null ? item : request.projection().of(item);
  }

  private ObjectNode answer(ConsumedCapacity capacity) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!request.count()) {
      answer.set("Items", items);
    }
    answer.put("Count", count).put("ScannedCount", scanned);
    if (more) {
      answer.set("LastEvaluatedKey", AttributeValueWriter.json(key(Objects.requireNonNull(last))));
    }
    ReadKind kind = ReadKind.of(request.consistent());
    capacity.read(request.table(), request.index(), bytes, kind);
    capacity.report(answer);
    return answer;
  }

  private DynamoDbItem key(DynamoDbItem item) {
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    DynamoDbTable table = request.table();
    SecondaryIndex index = request.index();
    table.keys().names().forEach(name -> key.put(name, value(item, name)));
    if (index != null) {
      index.keys().names().forEach(name -> key.put(name, value(item, name)));
    }
    return new DynamoDbItem(key);
  }

  private static AttributeValue value(DynamoDbItem item, String name) {
    return Objects.requireNonNull(item.get(name));
  }
}
