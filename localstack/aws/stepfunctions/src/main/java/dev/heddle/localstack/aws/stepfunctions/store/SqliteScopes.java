package dev.heddle.localstack.aws.stepfunctions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs in flight hold: their scopes, and the items and results of their Maps. */
final class SqliteScopes {
  private SqliteScopes() {}

  static void write(Connection c, long execution, Commit turn) throws SQLException {
    if (turn.progress().status().ended()) {
      for (String table : List.of("scopes", "items", "results")) {
        Sql.update(c, "DELETE FROM " + table + " WHERE execution = ?", execution);
      }
      return;
    }
    for (int gone : turn.gone()) {
      Sql.update(c, "DELETE FROM scopes WHERE execution = ? AND id = ?", execution, gone);
    }
    for (int cleared : turn.cleared()) {
      for (String table : List.of("items", "results")) {
        String sql = "DELETE FROM " + table + " WHERE execution = ? AND scope = ?";
        Sql.update(c, sql, execution, cleared);
      }
    }
    put(c, execution, turn);
  }

  private static void put(Connection c, long execution, Commit turn) throws SQLException {
    for (Row row : turn.put()) {
      Sql.update(
          c,
          "INSERT OR REPLACE INTO scopes (execution, id, due, live, body) VALUES (?,?,?,?,?)",
          execution,
          row.id(),
          row.due(),
          row.live() ? 1 : 0,
          row.body());
    }
    for (var list : turn.items().entrySet()) {
      String sql = "INSERT OR REPLACE INTO items (execution, scope, body) VALUES (?,?,?)";
      Sql.update(c, sql, execution, list.getKey(), list.getValue());
    }
    for (Commit.Result result : turn.results()) {
      String sql = "INSERT OR REPLACE INTO results (execution, scope, item, body) VALUES (?,?,?,?)";
      Sql.update(c, sql, execution, result.scope(), result.index(), result.body());
    }
  }

  static Saved read(Connection c, Execution execution, Progress progress) throws SQLException {
    String scopes = "SELECT id, due, live, body FROM scopes WHERE execution = ? ORDER BY id";
    String results = "SELECT scope, item, body FROM results WHERE execution = ?";
    Map<Integer, byte[]> items = new HashMap<>();
    Sql.query(
        c,
        "SELECT scope, body FROM items WHERE execution = ?",
        row -> items.put(row.getInt(1), row.getBytes(2)),
        execution.id());
    return new Saved(
        execution,
        progress,
        Sql.query(c, scopes, Rows::scope, execution.id()),
        items,
        Sql.query(c, results, Rows::result, execution.id()));
  }
}
