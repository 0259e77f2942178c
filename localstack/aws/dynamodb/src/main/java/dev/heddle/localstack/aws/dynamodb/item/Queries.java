package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.Placeholders;
import dev.heddle.localstack.aws.dynamodb.expression.Projection;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Keys;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Span;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Query and Scan. */
public final class Queries {
  private static final String KEY_CONDITION = "KeyConditionExpression";

  private final Store store;

  /** The expressions of a request. */
  private record Expressions(
      ConditionParser.@Nullable Parsed keys,
      ConditionParser.@Nullable Parsed filter,
      @Nullable Projection projection) {}

  /** The reads from the store. */
  public Queries(Store store) {
    this.store = store;
  }

  /** Reads items of one partition in the order of their sort keys. */
  public ObjectNode query(Input input) {
    String name = Store.tableName(input);
    PageRequests.checkShape(input);
    Capacity capacity = Capacity.of(input);
    if (!input.has(KEY_CONDITION)) {
      throw Faults.validation(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    Expressions expressions = expressions(input, KEY_CONDITION);
    Table table = store.catalog().table(name);
    Index index = PageRequests.index(input, table);
    Keys keys = index == null ? table.keys() : index.keys();
    checkFilter(expressions, keys);
    Span.Partition span = partition(input, expressions, keys);
    Span.Start start = PageRequests.start(input, table, index);
    checkWithin(span, start);
    return page(input, new Subject(table, index), span, start, expressions, capacity);
  }

  /** Reads all items, or a segment of them, in an order of its own. */
  public ObjectNode scan(Input input) {
    String name = Store.tableName(input);
    PageRequests.checkShape(input);
    Capacity capacity = Capacity.of(input);
    Span.Segment segment = Segments.read(input);
    Expressions expressions = expressions(input, null);
    Table table = store.catalog().table(name);
    Index index = PageRequests.index(input, table);
    Span.Start start = PageRequests.start(input, table, index);
    Segments.checkWithin(segment, start);
    return page(input, new Subject(table, index), segment, start, expressions, capacity);
  }

  private record Subject(Table table, @Nullable Index index) {}

  private ObjectNode page(
      Input input,
      Subject subject,
      Span span,
      Span.@Nullable Start start,
      Expressions expressions,
      Capacity capacity) {
    Projection projection = expressions.projection();
    PageRequests.checkProjected(subject.table(), subject.index(), projection, expressions.filter());
    var request =
        new PageRequest(
            subject.table(),
            subject.index(),
            span,
            start,
            expressions.filter(),
            projection,
            "COUNT".equals(input.text("Select")),
            PageRequests.whole(input, subject.index(), projection),
            input.whole("Limit"),
            input.flag("ConsistentRead", false));
    return Pages.read(store, request, capacity);
  }

  private static Expressions expressions(Input input, @Nullable String keyCondition) {
    List<String> withValues =
        keyCondition == null
            ? List.of(PageRequests.FILTER)
            : List.of(PageRequests.FILTER, keyCondition);
    Placeholders placeholders =
        Placeholders.of(input, withValues, List.of(PageRequests.PROJECTION));
    String keys = keyCondition == null ? null : input.text(keyCondition);
    var expressions =
        new Expressions(
            keys == null ? null : ConditionParser.parse(KEY_CONDITION, keys, placeholders),
            PageRequests.filter(input, placeholders),
            PageRequests.projection(input, placeholders));
    placeholders.refuseUnused();
    return expressions;
  }

  private static Span.Partition partition(Input input, Expressions expressions, Keys keys) {
    if (expressions.keys() == null) {
      throw new IllegalStateException("A query has a key condition");
    }
    var tests = KeyCondition.of(expressions.keys().condition());
    return KeyRange.of(tests, keys, input.flag("ScanIndexForward", true));
  }

  private static void checkFilter(Expressions expressions, Keys keys) {
    if (expressions.filter() == null) {
      return;
    }
    for (String attribute : expressions.filter().attributes()) {
      if (keys.contains(attribute)) {
        throw Faults.validation(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + attribute);
      }
    }
  }

  private static void checkWithin(Span.Partition span, Span.@Nullable Start start) {
    if (start == null) {
      return;
    }
    if (!Arrays.equals(span.hash(), start.entry().hash())) {
      throw Faults.validation(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    if (!KeyRange.contains(span, start.entry().range())) {
      throw Faults.validation("The provided starting key does not match the range key predicate");
    }
  }
}
