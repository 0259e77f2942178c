package dev.heddle.localstack.aws.services.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.services.RequestInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A schedule as it is kept.
 *
 * @param anchor from when a rate counts, unless it has a start date
 * @param next the time it is due for, in epoch milliseconds; {@link #NEVER} if none
 * @param fire when it fires for that time, later than it by the flexible window
 */
record Schedule(
    String group,
    String name,
    ScheduleDefinition definition,
    Instant created,
    Instant modified,
    Instant anchor,
    long next,
    long fire) {
  static final long NEVER = Long.MAX_VALUE;

  static Schedule of(ResultSet row) throws SQLException {
    byte[] json = row.getString("definition").getBytes(UTF_8);
    return new Schedule(
        row.getString("group_name"),
        row.getString("name"),
        ScheduleDefinition.read(RequestInput.of(json, "ValidationException")),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("modified")),
        Instant.ofEpochMilli(row.getLong("anchor")),
        row.getLong("next"),
        row.getLong("fire"));
  }

  /** Its place in a list, by which pages are told apart. */
  String key() {
    return group + "/" + name;
  }
}
