package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.ExpressionPlaceholders;
import dev.heddle.localstack.aws.dynamodb.expression.ProjectionExpression;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.store.RowRange;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueReader;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the requests of queries and scans have in common. */
final class PageRequestReader {
  static final String PROJECTION = "ProjectionExpression";
  static final String FILTER = "FilterExpression";

  private PageRequestReader() {}

  static void checkShape(InputStructure input) {
    LegacyParameters.refuse(input);
    new RequestConstraints()
        .oneOf(
            "select",
            input.text("Select"),
            "SPECIFIC_ATTRIBUTES",
            "COUNT",
            "ALL_ATTRIBUTES",
            "ALL_PROJECTED_ATTRIBUTES")
        .range("limit", input.whole("Limit"), 1, Integer.MAX_VALUE)
        .enforce();
    checkSelect(input);
  }

  private static void checkSelect(InputStructure input) {
    String select = input.text("Select");
    boolean specific = "SPECIFIC_ATTRIBUTES".equals(select);
    if (specific && !input.has(PROJECTION)) {
      throw DynamoDbFaults.validation(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (select != null && !specific && input.has(PROJECTION)) {
      throw DynamoDbFaults.validation(
          "Cannot specify the ProjectionExpression when choosing to get " + select);
    }
    if ("ALL_PROJECTED_ATTRIBUTES".equals(select) && !input.has("IndexName")) {
      throw DynamoDbFaults.validation(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
  }

  static @Nullable ProjectionExpression projection(
      InputStructure input, ExpressionPlaceholders placeholders) {
    String text = input.text(PROJECTION);
    return text == null ? null : ProjectionExpression.parse(text, placeholders);
  }

  static ConditionParser.@Nullable ParsedCondition filter(
      InputStructure input, ExpressionPlaceholders placeholders) {
    String text = input.text(FILTER);
    return text == null ? null : ConditionParser.parse(FILTER, text, placeholders);
  }

  static @Nullable SecondaryIndex index(InputStructure input, DynamoDbTable table) {
    String name = input.text("IndexName");
    if (name == null) {
      return null;
    }
    SecondaryIndex index =
        table
            .index(name)
            .orElseThrow(
                () ->
                    DynamoDbFaults.validation(
                        "The table does not have the specified index: " + name));
    checkReadable(input, index);
    return index;
  }

  private static void checkReadable(InputStructure input, SecondaryIndex index) {
    if (index.status() != SecondaryIndex.Status.ACTIVE) {
      throw DynamoDbFaults.validation(
          "Cannot read from backfilling global secondary index: " + index.name());
    }
    if (index.global() && input.flag("ConsistentRead", false)) {
      throw DynamoDbFaults.validation(
          "Consistent reads are not supported on global secondary indexes");
    }
    if (index.global()
        && "ALL_ATTRIBUTES".equals(input.text("Select"))
        && index.projection() != SecondaryIndex.ProjectionType.ALL) {
      throw DynamoDbFaults.invalid(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
  }

  /** A global index answers only with what it has. */
  static void checkProjected(
      DynamoDbTable table,
      @Nullable SecondaryIndex index,
      @Nullable ProjectionExpression projection,
      ConditionParser.@Nullable ParsedCondition filter) {
    if (index == null || !index.global()) {
      return;
    }
    IndexProjection view = IndexProjection.of(table, index);
    if (projection != null) {
      checkAll(
          view,
          projection.attributes(),
          "Global secondary index " + index.name() + " does not project ");
    }
    if (filter != null) {
      checkAll(
          view,
          filter.attributes(),
          "Secondary index " + index.name() + " does not project one or more filter attributes: ");
    }
  }

  private static void checkAll(
      IndexProjection view, Collection<String> attributes, String message) {
    List<String> missing = attributes.stream().filter(name -> !view.has(name)).toList();
    if (!missing.isEmpty()) {
      throw DynamoDbFaults.invalid(message + missing);
    }
  }

  /** Whether a local index fetches what it lacks from the table. */
  static boolean whole(
      InputStructure input,
      @Nullable SecondaryIndex index,
      @Nullable ProjectionExpression projection) {
    boolean local = index != null && !index.global();
    return local && (projection != null || "ALL_ATTRIBUTES".equals(input.text("Select")));
  }

  static RowRange.@Nullable Start start(
      InputStructure input, DynamoDbTable table, @Nullable SecondaryIndex index) {
    InputStructure given = input.object("ExclusiveStartKey");
    if (given == null) {
      return null;
    }
    DynamoDbItem key = AttributeValueReader.item(given);
    Set<KeyAttribute> expected = new HashSet<>(table.keys().attributes());
    expected.addAll(index == null ? List.of() : index.keys().attributes());
    if (expected.size() != key.attributes().size()) {
      throw invalidStart();
    }
    for (KeyAttribute attribute : expected) {
      AttributeValue value = key.get(attribute.name());
      if (value == null || !value.type().equals(attribute.type())) {
        throw invalidStart();
      }
      KeyRules.checkNotEmpty(attribute, value);
    }
    RowKey item = RowKey.of(table.keys(), key);
    return new RowRange.Start(index == null ? item : RowKey.of(index.keys(), key), item);
  }

  private static RuntimeException invalidStart() {
    return DynamoDbFaults.validation(
        "The provided starting key is invalid: The provided key element does not match the schema");
  }
}
