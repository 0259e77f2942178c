package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression;
import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.DocumentPath;
import dev.heddle.localstack.aws.dynamodb.expression.ExpressionPlaceholders;
import dev.heddle.localstack.aws.dynamodb.expression.UpdateExpression;
import dev.heddle.localstack.aws.dynamodb.expression.UpdateParser;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueReader;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the writes of requests, single or part of a transaction. */
final class WriteRequestReader {
  private static final String CONDITION = "ConditionExpression";
  private static final String UPDATE = "UpdateExpression";

  private final DynamoDbStore store;

  WriteRequestReader(DynamoDbStore store) {
    this.store = store;
  }

  ItemWrite put(InputStructure input) {
    String name = checkShape(input, "Item");
    DynamoDbItem item = AttributeValueReader.item(required(input, "Item"));
    ExpressionPlaceholders placeholders =
        ExpressionPlaceholders.of(input, List.of(CONDITION), List.of());
    ConditionExpression condition = condition(input, placeholders);
    placeholders.refuseUnused();
    DynamoDbTable table = store.catalog().table(name);
    KeyRules.checkItem(table, item);
    RowKey key = RowKey.of(table.keys(), item);
    return new ItemWrite(table, key, new ItemWrite.Put(item), condition, showOnFailure(input));
  }

  ItemWrite update(InputStructure input) {
    String name = checkShape(input, "Key");
    DynamoDbItem key = AttributeValueReader.item(required(input, "Key"));
    ExpressionPlaceholders placeholders =
        ExpressionPlaceholders.of(input, List.of(UPDATE, CONDITION), List.of());
    UpdateExpression update = update(input, placeholders);
    ConditionExpression condition = condition(input, placeholders);
    placeholders.refuseUnused();
    DynamoDbTable table = keyed(name, key);
    checkKeyUnchanged(table, update);
    return write(table, key, new ItemWrite.Update(key, update), condition, input);
  }

  ItemWrite delete(InputStructure input) {
    return keyOnly(input, ItemWrite.Delete::new);
  }

  ItemWrite check(InputStructure input) {
    new RequestConstraints().present("conditionExpression", input.text(CONDITION)).enforce();
    return keyOnly(input, key -> new ItemWrite.ConditionCheck());
  }

  private ItemWrite keyOnly(InputStructure input, Function<DynamoDbItem, ItemWrite.Action> action) {
    String name = checkShape(input, "Key");
    DynamoDbItem key = AttributeValueReader.item(required(input, "Key"));
    ExpressionPlaceholders placeholders =
        ExpressionPlaceholders.of(input, List.of(CONDITION), List.of());
    ConditionExpression condition = condition(input, placeholders);
    placeholders.refuseUnused();
    return write(keyed(name, key), key, action.apply(key), condition, input);
  }

  private DynamoDbTable keyed(String name, DynamoDbItem key) {
    DynamoDbTable table = store.catalog().table(name);
    KeyRules.checkKey(table, key);
    return table;
  }

  private static ItemWrite write(
      DynamoDbTable table,
      DynamoDbItem key,
      ItemWrite.Action action,
      @Nullable ConditionExpression condition,
      InputStructure input) {
    RowKey row = RowKey.of(table.keys(), key);
    return new ItemWrite(table, row, action, condition, showOnFailure(input));
  }

  private static String checkShape(InputStructure input, String subject) {
    LegacyParameters.refuse(input);
    String name = DynamoDbStore.tableName(input);
    String failure = "ReturnValuesOnConditionCheckFailure";
    new RequestConstraints()
        .present(subject.toLowerCase(Locale.ROOT), input.object(subject))
        .oneOf("returnValuesOnConditionCheckFailure", input.text(failure), "ALL_OLD", "NONE")
        .enforce();
    return name;
  }

  private static InputStructure required(InputStructure input, String member) {
    return Objects.requireNonNull(input.object(member));
  }

  private static boolean showOnFailure(InputStructure input) {
    return "ALL_OLD".equals(input.text("ReturnValuesOnConditionCheckFailure"));
  }

  private static @Nullable ConditionExpression condition(
      InputStructure input, ExpressionPlaceholders placeholders) {
    String text = input.text(CONDITION);
    return text == null ? null : ConditionParser.parse(CONDITION, text, placeholders).condition();
  }

  private static UpdateExpression update(
      InputStructure input, ExpressionPlaceholders placeholders) {
    String text = input.text(UPDATE);
    return text == null ? UpdateExpression.NONE : UpdateParser.parse(text, placeholders);
  }

  private static void checkKeyUnchanged(DynamoDbTable table, UpdateExpression update) {
    for (DocumentPath path : update.paths()) {
      if (table.keys().contains(path.attribute())) {
        throw DynamoDbFaults.invalid(
            "Cannot update attribute " + path.attribute() + ". This attribute is part of the key");
      }
    }
  }
}
