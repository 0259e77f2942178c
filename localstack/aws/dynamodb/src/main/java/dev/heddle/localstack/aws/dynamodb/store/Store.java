package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all operations work on. */
public record Store(
    Database database,
    Catalog catalog,
    Items items,
    Changes changes,
    Expiries expiries,
    InstantSource clock)
    implements AutoCloseable {

  /** Opens or creates the store in the folder. */
  public static Store open(Path folder, InstantSource clock) {
    var database = new Database(folder);
    var changes = new Changes(database, clock);
    var catalog = new Catalog(database);
    var items = new Items(database, changes);
    var expiries = new Expiries(database, catalog, items, clock);
    return new Store(database, catalog, items, changes, expiries, clock);
  }

  /** The table that the request names. */
  public Table table(Input input) {
    return catalog.table(tableName(input));
  }

  /** The name or ARN of the table that the request names, which need not be there. */
  public static String tableName(Input input) {
    return checkedName(input.text("TableName"));
  }

  /** The name or ARN, if it is well-formed. */
  public static String checkedName(@Nullable String name) {
    var constraints = new Constraints();
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
