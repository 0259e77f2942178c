package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CreateTable, DescribeTable, DeleteTable and ListTables; a table is active at once. */
public final class Tables {
  private static final int PAGE = 100;

  private final Store store;
  private final TableDescriptions descriptions;

  /** The tables of the store. */
  public Tables(Store store) {
    this.store = store;
    this.descriptions = new TableDescriptions(store);
  }

  /** Makes a table. */
  public ObjectNode create(Input input) {
    TableDefinition definition = TableDefinition.read(input, store.clock());
    Table made = store.catalog().create(definition.name(), definition::table);
    return answer("TableDescription", descriptions.describe(made, "ACTIVE"));
  }

  /** Describes a table. */
  public ObjectNode describe(Input input) {
    return answer("Table", descriptions.describe(table(input), "ACTIVE"));
  }

  /** Deletes a table with its items. */
  public ObjectNode delete(Input input) {
    Table table = table(input);
    if (table.deletionProtection()) {
      throw Faults.validation(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    ObjectNode description = descriptions.describe(table, "DELETING");
    store.catalog().delete(table);
    return answer("TableDescription", description);
  }

  /** Lists the names of tables in their order. */
  public ObjectNode list(Input input) {
    Integer limit = input.whole("Limit");
    String after = input.text("ExclusiveStartTableName");
    new Constraints()
        .range("limit", limit, 1, PAGE)
        .length("exclusiveStartTableName", after, 3, 255)
        .enforce();
    List<String> left =
        store.catalog().all().stream()
            .map(Table::name)
            .filter(name -> after == null || name.compareTo(after) > 0)
            .toList();
    int size = Math.min(left.size(), limit == null ? PAGE : limit);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode names = answer.putArray("TableNames");
    left.subList(0, size).forEach(names::add);
    if (size < left.size()) {
      answer.put("LastEvaluatedTableName", left.get(size - 1));
    }
    return answer;
  }

  private Table table(Input input) {
    return known(store, input);
  }

  /** The table that the request names, or the refusal of table operations. */
  static Table known(Store store, Input input) {
    String name = Store.tableName(input);
    @Nullable Table table = store.catalog().find(name);
    if (table == null) {
      throw Faults.notFound("Requested resource not found: Table: " + name + " not found");
    }
    return table;
  }

  static ObjectNode answer(String member, ObjectNode value) {
    return JsonNodeFactory.instance.objectNode().set(member, value);
  }
}
