package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.Placeholders;
import dev.heddle.localstack.aws.dynamodb.expression.Projection;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.store.Span;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the requests of queries and scans have in common. */
final class PageRequests {
  static final String PROJECTION = "ProjectionExpression";
  static final String FILTER = "FilterExpression";

  private PageRequests() {}

  static void checkShape(Input input) {
    Legacy.refuse(input);
    new Constraints()
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

  private static void checkSelect(Input input) {
    String select = input.text("Select");
    boolean specific = "SPECIFIC_ATTRIBUTES".equals(select);
    if (specific && !input.has(PROJECTION)) {
      throw Faults.validation(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (select != null && !specific && input.has(PROJECTION)) {
      throw Faults.validation(
          "Cannot specify the ProjectionExpression when choosing to get " + select);
    }
    if ("ALL_PROJECTED_ATTRIBUTES".equals(select) && !input.has("IndexName")) {
      throw Faults.validation(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
  }

  static @Nullable Projection projection(Input input, Placeholders placeholders) {
    String text = input.text(PROJECTION);
    return text == null ? null : Projection.parse(text, placeholders);
  }

  static ConditionParser.@Nullable Parsed filter(Input input, Placeholders placeholders) {
    String text = input.text(FILTER);
    return text == null ? null : ConditionParser.parse(FILTER, text, placeholders);
  }

  static @Nullable Index index(Input input, Table table) {
    String name = input.text("IndexName");
    if (name == null) {
      return null;
    }
    Index index =
        table
            .index(name)
            .orElseThrow(
                () -> Faults.validation("The table does not have the specified index: " + name));
    checkReadable(input, index);
    return index;
  }

  private static void checkReadable(Input input, Index index) {
    if (index.status() != Index.Status.ACTIVE) {
      throw Faults.validation(
          "Cannot read from backfilling global secondary index: " + index.name());
    }
    if (index.global() && input.flag("ConsistentRead", false)) {
      throw Faults.validation("Consistent reads are not supported on global secondary indexes");
    }
    if (index.global()
        && "ALL_ATTRIBUTES".equals(input.text("Select"))
        && index.projection() != Index.ProjectionType.ALL) {
      throw Faults.invalid(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
  }

  /** A global index answers only with what it has. */
  static void checkProjected(
      Table table,
      @Nullable Index index,
      @Nullable Projection projection,
      ConditionParser.@Nullable Parsed filter) {
    if (index == null || !index.global()) {
      return;
    }
    IndexView view = IndexView.of(table, index);
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

  private static void checkAll(IndexView view, Collection<String> attributes, String message) {
    List<String> missing = attributes.stream().filter(name -> !view.has(name)).toList();
    if (!missing.isEmpty()) {
      throw Faults.invalid(message + missing);
    }
  }

  /** Whether a local index fetches what it lacks from the table. */
  static boolean whole(Input input, @Nullable Index index, @Nullable Projection projection) {
    boolean local = index != null && !index.global();
    return local && (projection != null || "ALL_ATTRIBUTES".equals(input.text("Select")));
  }

  static Span.@Nullable Start start(Input input, Table table, @Nullable Index index) {
    Input given = input.object("ExclusiveStartKey");
    if (given == null) {
      return null;
    }
    Item key = ValueReader.item(given);
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
    return new Span.Start(index == null ? item : RowKey.of(index.keys(), key), item);
  }

  private static RuntimeException invalidStart() {
    return Faults.validation(
        "The provided starting key is invalid: The provided key element does not match the schema");
  }
}
