package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
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
public final class Catalog {
  private final Database database;
  private final Map<String, Table> tables = new ConcurrentSkipListMap<>();

  /** The catalog of the database as it is on disk. */
  public Catalog(Database database) {
    this.database = database;
    database.write(this::load);
  }

  /** All tables in the order of their names. */
  public Collection<Table> all() {
    return tables.values();
  }

  /** The table of that name or ARN, or null. */
  public @Nullable Table find(String nameOrArn) {
    return tables.get(Table.nameOf(nameOrArn));
  }

  /** The table of that name or ARN, or the service's refusal. */
  public Table table(String nameOrArn) {
    Table table = find(nameOrArn);
    if (table == null) {
      throw Faults.noTable();
    }
    return table;
  }

  /** The table as it is now, refused if it was deleted since. */
  public Table current(Table seen) {
    Table now = tables.get(seen.name());
    if (now == null || now.id() != seen.id()) {
      throw Faults.noTable();
    }
    return now;
  }

  /** Makes a table of the definition, which is given its id. */
  public Table create(String name, LongFunction<Table> definition) {
    return changing(
        connection -> {
          if (tables.containsKey(name)) {
            throw Faults.inUse("Table already exists: " + name);
          }
          return keep(connection, make(connection, name, definition));
        });
  }

  /** What else a change does in the same write. */
  @FunctionalInterface
  interface Also {
    /** Does it. */
    void on(Connection connection, Table changed) throws SQLException;
  }

  /** Changes a table; also makes and drops the index tables this needs. */
  public Table change(Table seen, UnaryOperator<Table> change) {
    return change(seen, change, (connection, changed) -> {});
  }

  /** Changes a table and something else with it. */
  Table change(Table seen, UnaryOperator<Table> change, Also also) {
    return changing(
        connection -> {
          Table changed = change(connection, current(seen), change);
          also.on(connection, changed);
          return changed;
        });
  }

  private Table change(Connection connection, Table before, UnaryOperator<Table> change)
      throws SQLException {
    Table after = change.apply(before);
    List<Integer> old = before.indexes().stream().map(Index::id).toList();
    List<Integer> kept = after.indexes().stream().map(Index::id).toList();
    for (Index index : before.indexes()) {
      if (!kept.contains(index.id())) {
        Ddl.drop(connection, before, index);
      }
    }
    for (Index index : after.indexes()) {
      if (!old.contains(index.id())) {
        Ddl.create(connection, after, index);
      }
    }
    return keep(connection, after);
  }

  /** Deletes a table with its items. */
  public Table delete(Table seen) {
    return changing(
        connection -> {
          Table table = current(seen);
          Ddl.drop(connection, table);
          database.run(connection, "DELETE FROM tables WHERE id = ?", table.id());
          database.run(connection, "DELETE FROM changes WHERE stream = ?", table.streamArn());
          tables.remove(table.name());
          return table;
        });
  }

  private Table make(Connection connection, String name, LongFunction<Table> definition)
      throws SQLException {
    database.run(connection, "INSERT INTO tables(name, definition) VALUES(?, '{}')", name);
    Table table = definition.apply(database.lastId(connection));
    Ddl.create(connection, table);
    return table;
  }

  private Table keep(Connection connection, Table table) throws SQLException {
    String definition = JsonProtocol.JSON.writeValueAsString(table);
    database.run(
        connection, "UPDATE tables SET definition = ? WHERE id = ?", definition, table.id());
    tables.put(table.name(), table);
    return table;
  }

  /** If the change doesn't reach the disk, neither must it be seen here. */
  private Table changing(SqliteFile.Work<Table> work) {
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
        Table table = JsonProtocol.JSON.readValue(rows.getString(1), Table.class);
        tables.put(table.name(), table);
        names.add(table.name());
      }
    }
    tables.keySet().retainAll(names);
    return names.size();
  }
}
