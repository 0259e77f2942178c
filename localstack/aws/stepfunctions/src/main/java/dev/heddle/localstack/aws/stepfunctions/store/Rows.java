package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What the rows of the tables hold. */
final class Rows {
  static final String HEAD = "SELECT fixed, progress FROM executions";

  private Rows() {}

  static Saved head(ResultSet row) throws SQLException {
    return Saved.head(
        execution(row.getBytes(1)), Json.mapper().readValue(row.getBytes(2), Progress.class));
  }

  static Execution execution(byte[] fixed) {
    return Json.mapper().readValue(fixed, Execution.class);
  }

  static Row scope(ResultSet row) throws SQLException {
    long due = row.getLong(2);
    return new Row(row.getInt(1), row.wasNull() ? null : due, row.getInt(3) == 1, row.getBytes(4));
  }

  static Commit.Result result(ResultSet row) throws SQLException {
    return new Commit.Result(row.getInt(1), row.getInt(2), row.getBytes(3));
  }

  static List<Event> events(ResultSet row) throws SQLException {
    return EventReader.unpack(row.getBytes(1));
  }
}
