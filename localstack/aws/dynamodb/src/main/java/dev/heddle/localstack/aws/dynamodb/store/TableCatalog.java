package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.edge.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tables by name. They are changed by the database's one writer only, so whoever writes sees
 * every change made before it.
 */
public final class TableCatalog {
  private final DynamoDbDatabase database;
  // Read by every request without a lock, changed on the writer's thread only; sorted, because
  // ListTables pages by name.
  private final Map<String, DynamoDbTable> tables = new ConcurrentSkipListMap<>();

  /** The catalog of the database as it is on disk. */
  public TableCatalog(DynamoDbDatabase database) {
    this.database = database;
    database.write(this::load);
  }

  /** All tables in the order of their names. */
  public Collection<DynamoDbTable> all() {
    return tables.values();
  }

  /** The table of that name or ARN, or null. */
  public @Nullable DynamoDbTable find(String nameOrArn) {
    return tables.get(DynamoDbTable.nameOf(nameOrArn));
  }

  /** The table of that name or ARN, or the service's refusal. */
  public DynamoDbTable table(String nameOrArn) {
    DynamoDbTable table = find(nameOrArn);
    if (table == null) {
      throw DynamoDbFaults.noTable();
    }
    return table;
  }

  /** The table as it is now, refused if it was deleted since. */
  public DynamoDbTable current(DynamoDbTable seen) {
    DynamoDbTable now = tables.get(seen.name());
    if (now == null || now.id() != seen.id()) {
      throw DynamoDbFaults.noTable();
    }
    return now;
  }

  /** Makes a table of the definition, which is given its id. */
  public DynamoDbTable create(String name, LongFunction<DynamoDbTable> definition) {
    return writeChange(
        connection -> {
          // On the writer's thread, where nothing else changes tables between this look and the
          // insertion.
          if (tables.containsKey(name)) {
            throw DynamoDbFaults.inUse("Table already exists: " + name);
          }
          return keep(connection, make(connection, name, definition));
        });
  }

  /** What else a change does in the same write. */
  @FunctionalInterface
  interface ExtraWrite {
    /** Does it. */
    void on(Connection connection, DynamoDbTable changed) throws SQLException;
  }

  /** Changes a table; also makes and drops the index tables this needs. */
  public DynamoDbTable change(DynamoDbTable seen, UnaryOperator<DynamoDbTable> change) {
    return change(seen, change, (connection, changed) -> {});
  }

  /** Changes a table and something else with it. */
  DynamoDbTable change(DynamoDbTable seen, UnaryOperator<DynamoDbTable> change, ExtraWrite also) {
    return writeChange(
        connection -> {
          DynamoDbTable changed = change(connection, current(seen), change);
          also.on(connection, changed);
          return changed;
        });
  }

  private DynamoDbTable change(
      Connection connection, DynamoDbTable before, UnaryOperator<DynamoDbTable> change)
      throws SQLException {
    DynamoDbTable after = change.apply(before);
    List<Integer> old = before.indexes().stream().map(SecondaryIndex::id).toList();
    List<Integer> kept = after.indexes().stream().map(SecondaryIndex::id).toList();
    for (SecondaryIndex index : before.indexes()) {
      if (!kept.contains(index.id())) {
        TableDdl.drop(connection, before, index);
      }
    }
    for (SecondaryIndex index : after.indexes()) {
      if (!old.contains(index.id())) {
        TableDdl.create(connection, after, index);
      }
    }
    return keep(connection, after);
  }

  /** Deletes a table with its items. */
  public DynamoDbTable delete(DynamoDbTable seen) {
    return writeChange(
        connection -> {
          // Found before the write was queued: it may have been deleted, and made anew under the
          // same name, since then.
          DynamoDbTable table = current(seen);
          TableDdl.drop(connection, table);
          database.run(connection, "DELETE FROM tables WHERE id = ?", table.id());
          database.run(connection, "DELETE FROM changes WHERE stream = ?", table.streamArn());
          tables.remove(table.name());
          return table;
        });
  }

  private DynamoDbTable make(
      Connection connection, String name, LongFunction<DynamoDbTable> definition)
      throws SQLException {
    database.run(connection, "INSERT INTO tables(name, definition) VALUES(?, '{}')", name);
    DynamoDbTable table = definition.apply(database.lastId(connection));
    TableDdl.create(connection, table);
    return table;
  }

  private DynamoDbTable keep(Connection connection, DynamoDbTable table) throws SQLException {
    String definition = JsonProtocol.JSON.writeValueAsString(table);
    database.run(
        connection, "UPDATE tables SET definition = ? WHERE id = ?", definition, table.id());
    tables.put(table.name(), table);
    return table;
  }

  /** If the change doesn't reach the disk, neither must it be seen here. */
  private DynamoDbTable writeChange(SqliteFile.Work<DynamoDbTable> work) {
    try {
      return database.write(work);
    } catch (AwsFault refusal) { // before anything was changed
      throw refusal;
    } catch (RuntimeException e) {
      database.write(this::load);
      throw e;
    }
  }

  private int load(Connection connection) throws SQLException {
    Set<String> names = new HashSet<>();
    try (var rows = database.query(connection, "SELECT definition FROM tables")) {
      while (rows.next()) {
        DynamoDbTable table = JsonProtocol.JSON.readValue(rows.getString(1), DynamoDbTable.class);
        tables.put(table.name(), table);
        names.add(table.name());
      }
    }
    tables.keySet().retainAll(names);
    return names.size();
  }
}
