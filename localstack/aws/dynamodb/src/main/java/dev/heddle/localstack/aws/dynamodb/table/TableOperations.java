package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CreateTable, DescribeTable, DeleteTable and ListTables; a table is active at once. */
public final class TableOperations {
  private static final int PAGE = 100;

  private final DynamoDbStore store;
  private final TableDescriptions descriptions;

  /** The tables of the store. */
  public TableOperations(DynamoDbStore store) {
    this.store = store;
    this.descriptions = new TableDescriptions(store);
  }

  /** Makes a table. */
  public ObjectNode create(InputStructure input) {
    CreateTableInput definition = CreateTableInput.read(input, store.clock());
    DynamoDbTable made = store.catalog().create(definition.name(), definition::table);
    return answer("TableDescription", descriptions.describe(made, "ACTIVE"));
  }

  /** Describes a table. */
  public ObjectNode describe(InputStructure input) {
    return answer("Table", descriptions.describe(table(input), "ACTIVE"));
  }

  /** Deletes a table with its items. */
  public ObjectNode delete(InputStructure input) {
    DynamoDbTable table = table(input);
    if (table.deletionProtection()) {
      throw DynamoDbFaults.validation(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    ObjectNode description = descriptions.describe(table, "DELETING");
    store.catalog().delete(table);
    return answer("TableDescription", description);
  }

  /** Lists the names of tables in their order. */
  public ObjectNode list(InputStructure input) {
    Integer limit = input.whole("Limit");
    String after = input.text("ExclusiveStartTableName");
    new RequestConstraints()
        .range("limit", limit, 1, PAGE)
        .length("exclusiveStartTableName", after, 3, 255)
        .enforce();
    List<String> left =
        store.catalog().all().stream()
            .map(DynamoDbTable::name)
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

  private DynamoDbTable table(InputStructure input) {
    return known(store, input);
  }

  /** The table that the request names, or the refusal of table operations. */
  static DynamoDbTable known(DynamoDbStore store, InputStructure input) {
    String name = DynamoDbStore.tableName(input);
    @Nullable DynamoDbTable table = store.catalog().find(name);
    if (table == null) {
      throw DynamoDbFaults.notFound("Requested resource not found: Table: " + name + " not found");
    }
    return table;
  }

  static ObjectNode answer(String member, ObjectNode value) {
    return JsonNodeFactory.instance.objectNode().set(member, value);
  }
}
