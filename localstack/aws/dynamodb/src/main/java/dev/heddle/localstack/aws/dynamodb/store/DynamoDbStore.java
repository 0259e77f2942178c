package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all operations work on. */
public record DynamoDbStore(
    DynamoDbDatabase database,
    TableCatalog catalog,
    ItemStore items,
    ChangeLog changes,
    ItemExpiry expiries,
    InstantSource clock)
    implements AutoCloseable {

  /** Opens or creates the store in the folder. */
  public static DynamoDbStore open(Path folder, InstantSource clock) {
    var database = new DynamoDbDatabase(folder);
    var changes = new ChangeLog(database, clock);
    var catalog = new TableCatalog(database);
    var items = new ItemStore(database, changes);
    var expiries = new ItemExpiry(database, catalog, items, clock);
    return new DynamoDbStore(database, catalog, items, changes, expiries, clock);
  }

  /** The table that the request names. */
  public DynamoDbTable table(InputStructure input) {
    return catalog.table(tableName(input));
  }

  /** The name or ARN of the table that the request names, which need not be there. */
  public static String tableName(InputStructure input) {
    return checkedName(input.text("TableName"));
  }

  /** The name or ARN, if it is well-formed. */
  public static String checkedName(@Nullable String name) {
    var constraints = new RequestConstraints();
    if (name != null && name.startsWith("arn:")) {
      constraints.length("tableName", name, 1, 1_024);
    } else {
      constraints.name("tableName", name);
    }
    constraints.enforce();
    return Objects.requireNonNull(name);
  }

  @Override
  public void close() {
    database.close();
  }
}
