package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What the rows of the tables hold. */
final class RowMapper {
  static final String HEAD = "SELECT fixed, progress FROM executions";

  private RowMapper() {}

  static StoredExecution head(ResultSet row) throws SQLException {
    return StoredExecution.head(
        execution(row.getBytes(1)),
        Json.mapper().readValue(row.getBytes(2), ExecutionProgress.class));
  }

  static Execution execution(byte[] fixed) {
    return Json.mapper().readValue(fixed, Execution.class);
  }

  static ScopeRow scope(ResultSet row) throws SQLException {
    long time = row.getLong(2);
    // Asked at once: it tells of the column that was read last.
    Long due = row.wasNull() ? null : Long.valueOf(time);
    return new ScopeRow(row.getInt(1), due, row.getInt(3) == 1, row.getBytes(4));
  }

  static TurnCommit.ItemResult result(ResultSet row) throws SQLException {
    return new TurnCommit.ItemResult(row.getInt(1), row.getInt(2), row.getBytes(3));
  }

  static List<HistoryEvent> events(ResultSet row) throws SQLException {
    return EventReader.unpack(row.getBytes(1));
  }
}
