package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.Condition;
import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.DocumentPath;
import dev.heddle.localstack.aws.dynamodb.expression.Placeholders;
import dev.heddle.localstack.aws.dynamodb.expression.Update;
import dev.heddle.localstack.aws.dynamodb.expression.UpdateParser;
import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the writes of requests, single or part of a transaction. */
final class WriteRequests {
  private static final String CONDITION = "ConditionExpression";
  private static final String UPDATE = "UpdateExpression";

  private final Store store;

  WriteRequests(Store store) {
    this.store = store;
  }

  ItemWrite put(Input input) {
    String name = checkShape(input, "Item");
    Item item = ValueReader.item(required(input, "Item"));
    Placeholders placeholders = Placeholders.of(input, List.of(CONDITION), List.of());
    Condition condition = condition(input, placeholders);
    placeholders.refuseUnused();
    Table table = store.catalog().table(name);
    KeyRules.checkItem(table, item);
    RowKey key = RowKey.of(table.keys(), item);
    return new ItemWrite(table, key, new ItemWrite.Put(item), condition, showOnFailure(input));
  }

  ItemWrite update(Input input) {
    String name = checkShape(input, "Key");
    Item key = ValueReader.item(required(input, "Key"));
    Placeholders placeholders = Placeholders.of(input, List.of(UPDATE, CONDITION), List.of());
    Update update = update(input, placeholders);
    Condition condition = condition(input, placeholders);
    placeholders.refuseUnused();
    Table table = keyed(name, key);
    checkKeyUnchanged(table, update);
    return write(table, key, new ItemWrite.Change(key, update), condition, input);
  }

  ItemWrite delete(Input input) {
    return keyOnly(input, ItemWrite.Remove::new);
  }

  ItemWrite check(Input input) {
    new Constraints().present("conditionExpression", input.text(CONDITION)).enforce();
    return keyOnly(input, key -> new ItemWrite.Check());
  }

  private ItemWrite keyOnly(Input input, Function<Item, ItemWrite.Action> action) {
    String name = checkShape(input, "Key");
    Item key = ValueReader.item(required(input, "Key"));
    Placeholders placeholders = Placeholders.of(input, List.of(CONDITION), List.of());
    Condition condition = condition(input, placeholders);
    placeholders.refuseUnused();
    return write(keyed(name, key), key, action.apply(key), condition, input);
  }

  private Table keyed(String name, Item key) {
    Table table = store.catalog().table(name);
    KeyRules.checkKey(table, key);
    return table;
  }

  private static ItemWrite write(
      Table table, Item key, ItemWrite.Action action, @Nullable Condition condition, Input input) {
    RowKey row = RowKey.of(table.keys(), key);
    return new ItemWrite(table, row, action, condition, showOnFailure(input));
  }

  private static String checkShape(Input input, String subject) {
    Legacy.refuse(input);
    String name = Store.tableName(input);
    String failure = "ReturnValuesOnConditionCheckFailure";
    new Constraints()
        .present(subject.toLowerCase(Locale.ROOT), input.object(subject))
        .oneOf("returnValuesOnConditionCheckFailure", input.text(failure), "ALL_OLD", "NONE")
        .enforce();
    return name;
  }

  private static Input required(Input input, String member) {
    return Objects.requireNonNull(input.object(member));
  }

  private static boolean showOnFailure(Input input) {
    return "ALL_OLD".equals(input.text("ReturnValuesOnConditionCheckFailure"));
  }

  private static @Nullable Condition condition(Input input, Placeholders placeholders) {
    String text = input.text(CONDITION);
    return text == null ? null : ConditionParser.parse(CONDITION, text, placeholders).condition();
  }

  private static Update update(Input input, Placeholders placeholders) {
    String text = input.text(UPDATE);
    return text == null ? Update.NONE : UpdateParser.parse(text, placeholders);
  }

  private static void checkKeyUnchanged(Table table, Update update) {
    for (DocumentPath path : update.paths()) {
      if (table.keys().contains(path.attribute())) {
        throw Faults.invalid(
            "Cannot update attribute " + path.attribute() + ". This attribute is part of the key");
      }
    }
  }
}
