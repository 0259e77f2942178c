package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.ExpressionPlaceholders;
import dev.heddle.localstack.aws.dynamodb.expression.ProjectionExpression;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.RowRange;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Query and Scan. */
public final class QueryAndScan {
  private static final String KEY_CONDITION = "KeyConditionExpression";

  private final DynamoDbStore store;

  /** The expressions of a request. */
  private record Expressions(
      ConditionParser.@Nullable ParsedCondition keys,
      ConditionParser.@Nullable ParsedCondition filter,
      @Nullable ProjectionExpression projection) {}

  /** The reads from the store. */
  public QueryAndScan(DynamoDbStore store) {
    this.store = store;
  }

  /** Reads items of one partition in the order of their sort keys. */
  public ObjectNode query(InputStructure input) {
    String name = DynamoDbStore.tableName(input);
    PageRequestReader.checkShape(input);
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    if (!input.has(KEY_CONDITION)) {
      throw DynamoDbFaults.validation(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    Expressions expressions = expressions(input, KEY_CONDITION);
    DynamoDbTable table = store.catalog().table(name);
    SecondaryIndex index = PageRequestReader.index(input, table);
    KeySchema keys = index == null ? table.keys() : index.keys();
    checkFilter(expressions, keys);
    RowRange.Partition span = partition(input, expressions, keys);
    RowRange.Start start = PageRequestReader.start(input, table, index);
    checkWithin(span, start);
    return page(input, new Subject(table, index), span, start, expressions, capacity);
  }

  /** Reads all items, or a segment of them, in an order of its own. */
  public ObjectNode scan(InputStructure input) {
    String name = DynamoDbStore.tableName(input);
    PageRequestReader.checkShape(input);
    ConsumedCapacity capacity = ConsumedCapacity.of(input);
    RowRange.Segment segment = ScanSegments.read(input);
    Expressions expressions = expressions(input, null);
    DynamoDbTable table = store.catalog().table(name);
    SecondaryIndex index = PageRequestReader.index(input, table);
    RowRange.Start start = PageRequestReader.start(input, table, index);
    ScanSegments.checkWithin(segment, start);
    return page(input, new Subject(table, index), segment, start, expressions, capacity);
  }

  private record Subject(DynamoDbTable table, @Nullable SecondaryIndex index) {}

  private ObjectNode page(
      InputStructure input,
      Subject subject,
      RowRange span,
      RowRange.@Nullable Start start,
      Expressions expressions,
      ConsumedCapacity capacity) {
    ProjectionExpression projection = expressions.projection();
    PageRequestReader.checkProjected(
        subject.table(), subject.index(), projection, expressions.filter());
    var request =
        new PageRequest(
            subject.table(),
            subject.index(),
            span,
            start,
            expressions.filter(),
            projection,
            "COUNT".equals(input.text("Select")),
            PageRequestReader.whole(input, subject.index(), projection),
            input.whole("Limit"),
            input.flag("ConsistentRead", false));
    return PageReader.read(store, request, capacity);
  }

  private static Expressions expressions(InputStructure input, @Nullable String keyCondition) {
    List<String> withValues =
        keyCondition == null
            ? List.of(PageRequestReader.FILTER)
            : List.of(PageRequestReader.FILTER, keyCondition);
    ExpressionPlaceholders placeholders =
        ExpressionPlaceholders.of(input, withValues, List.of(PageRequestReader.PROJECTION));
    String keys = keyCondition == null ? null : input.text(keyCondition);
    var expressions =
        new Expressions(
            keys == null ? null : ConditionParser.parse(KEY_CONDITION, keys, placeholders),
            PageRequestReader.filter(input, placeholders),
            PageRequestReader.projection(input, placeholders));
    placeholders.refuseUnused();
    return expressions;
  }

  private static RowRange.Partition partition(
      InputStructure input, Expressions expressions, KeySchema keys) {
    if (expressions.keys() == null) {
      throw new IllegalStateException("A query has a key condition");
    }
    var tests = KeyCondition.of(expressions.keys().condition());
    return KeyRange.of(tests, keys, input.flag("ScanIndexForward", true));
  }

  private static void checkFilter(Expressions expressions, KeySchema keys) {
    if (expressions.filter() == null) {
      return;
    }
    for (String attribute : expressions.filter().attributes()) {
      if (keys.contains(attribute)) {
        throw DynamoDbFaults.validation(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + attribute);
      }
    }
  }

  private static void checkWithin(RowRange.Partition span, RowRange.@Nullable Start start) {
    if (start == null) {
      return;
    }
    if (!Arrays.equals(span.hash(), start.entry().hash())) {
      throw DynamoDbFaults.validation(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    if (!KeyRange.contains(span, start.entry().range())) {
      throw DynamoDbFaults.validation(
          "The provided starting key does not match the range key predicate");
    }
  }
}
