package dev.heddle.localstack.aws.stepfunctions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs in flight hold: their scopes, and the items and results of their Maps. */
record SqliteScopes(SqlStatements sql) {
  private static final String ALL =
      "SELECT id, due, live, body FROM scopes WHERE execution = ? ORDER BY id";

  /** Removes what a turn left behind. */
  void forget(Connection c, TurnCommit turn) throws SQLException {
    long execution = turn.execution().id();
    if (forgetsAll(turn)) {
      for (String table : List.of("scopes", "items", "results")) {
        sql.update(c, "DELETE FROM " + table + " WHERE execution = ?", execution);
      }
      return;
    }
    for (int gone : turn.removedScopes()) {
      sql.update(c, "DELETE FROM scopes WHERE execution = ? AND id = ?", execution, gone);
    }
    for (int cleared : turn.clearedScopes()) {
      for (String table : List.of("items", "results")) {
        String delete = "DELETE FROM " + table + " WHERE execution = ? AND scope = ?";
        sql.update(c, delete, execution, cleared);
      }
    }
  }

  /** What has succeeded cannot be redriven, nor can an Express execution that has ended. */
  private static boolean forgetsAll(TurnCommit turn) {
    ExecutionStatus status = turn.progress().status();
    return status == ExecutionStatus.SUCCEEDED || turn.execution().express() && status.ended();
  }

  /** Writes what a turn leaves to be found. */
  void put(Connection c, TurnCommit turn) throws SQLException {
    if (forgetsAll(turn)) {
      return;
    }
    long execution = turn.execution().id();
    for (ScopeRow row : turn.changedScopes()) {
      sql.update(
          c,
          "INSERT OR REPLACE INTO scopes (execution, id, due, live, body) VALUES (?,?,?,?,?)",
          execution,
          row.id(),
          row.due(),
          row.live() ? 1 : 0,
          row.body());
    }
    for (var list : turn.items().entrySet()) {
      String insert = "INSERT OR REPLACE INTO items (execution, scope, body) VALUES (?,?,?)";
      sql.update(c, insert, execution, list.getKey(), list.getValue());
    }
    for (TurnCommit.ItemResult result : turn.results()) {
      String insert =
          "INSERT OR REPLACE INTO results (execution, scope, item, body) VALUES (?,?,?,?)";
      sql.update(c, insert, execution, result.scope(), result.index(), result.body());
    }
  }

  StoredExecution read(Connection c, Execution execution, ExecutionProgress progress)
      throws SQLException {
    String results = "SELECT scope, item, body FROM results WHERE execution = ?";
    Map<Integer, byte[]> items = new HashMap<>();
    sql.query(
        c,
        "SELECT scope, body FROM items WHERE execution = ?",
        row -> items.put(row.getInt(1), row.getBytes(2)),
        execution.id());
    return new StoredExecution(
        execution,
        progress,
        sql.query(c, ALL, RowMapper::scope, execution.id()),
        items,
        sql.query(c, results, RowMapper::result, execution.id()));
  }
}
