package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of schedules. */
final class ScheduleTable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS schedule (group_name TEXT NOT NULL, name TEXT NOT NULL,"
          + " definition TEXT NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL, anchor"
          + " INTEGER NOT NULL, next INTEGER NOT NULL, fire INTEGER NOT NULL, token TEXT NOT NULL,"
          + " PRIMARY KEY (group_name, name))";
  static final String FIRE = "CREATE INDEX IF NOT EXISTS schedule_fire ON schedule (fire)";
  private static final int MOST = 100_000;

  private ScheduleTable() {}

  static Optional<Schedule> find(SqlConnection sql, String group, String name) throws SQLException {
    return sql.one(
        Schedule::of, "SELECT * FROM schedule WHERE group_name = ? AND name = ?", group, name);
  }

  static Schedule get(SqlConnection sql, String group, String name) throws SQLException {
    return find(sql, group, name)
        .orElseThrow(
            () ->
                new AwsFault(
                    404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
  }

  /** Adds it; the same token again is the same creation, any other a conflict. */
  static void create(SqlConnection sql, Schedule schedule, String token) throws SQLException {
    Optional<String> known =
        sql.one(
            row -> row.getString("token"),
            "SELECT token FROM schedule WHERE group_name = ? AND name = ?",
            schedule.group(),
            schedule.name());
    if (known.isPresent() && (token.isEmpty() || !known.get().equals(token))) {
      throw new AwsFault(
          409, "ConflictException", "Schedule " + schedule.name() + " already exists.");
    }
    if (known.isEmpty()) {
      refuseTooMany(sql);
      put(sql, schedule, token);
    }
  }

  static void put(SqlConnection sql, Schedule schedule, String token) throws SQLException {
    sql.run(
        "INSERT OR REPLACE INTO schedule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        schedule.group(),
        schedule.name(),
        schedule.definition().json().toString(),
        schedule.created().toEpochMilli(),
        schedule.modified().toEpochMilli(),
        schedule.anchor().toEpochMilli(),
        schedule.next(),
        schedule.fire(),
        token);
  }

  static void moveOn(SqlConnection sql, Schedule schedule, long next, long fire)
      throws SQLException {
    sql.run(
        "UPDATE schedule SET next = ?, fire = ? WHERE group_name = ? AND name = ?",
        next,
        fire,
        schedule.group(),
        schedule.name());
  }

  static int delete(SqlConnection sql, String group, String name) throws SQLException {
    return sql.run("DELETE FROM schedule WHERE group_name = ? AND name = ?", group, name);
  }

  /** Deletes one that is completed, unless it was changed since. */
  static void deleteCompleted(SqlConnection sql, String group, String name, Instant modified)
      throws SQLException {
    sql.run(
        "DELETE FROM schedule WHERE group_name = ? AND name = ? AND modified = ? AND fire = ?",
        group,
        name,
        modified.toEpochMilli(),
        Schedule.NEVER);
  }

  static boolean anyDue(SqlConnection sql, long now) throws SQLException {
    return sql.one(row -> true, "SELECT 1 FROM schedule WHERE fire <= ? LIMIT 1", now).isPresent();
  }

  static List<Schedule> due(SqlConnection sql, long now) throws SQLException {
    return sql.list(
        Schedule::of, "SELECT * FROM schedule WHERE fire <= ? ORDER BY fire LIMIT 100", now);
  }

  /** Those after a key, in the order of their keys; an empty group or state stands for all. */
  static List<Schedule> list(
      SqlConnection sql, String group, String prefix, String state, String after, int most)
      throws SQLException {
    return sql.list(
        Schedule::of,
        "SELECT * FROM schedule WHERE (?1 = '' OR group_name = ?1)"
            + " AND substr(name, 1, length(?2)) = ?2"
            + " AND (?3 = '' OR json_extract(definition, '$.State') = ?3)"
            + " AND group_name || '/' || name > ?4 ORDER BY group_name || '/' || name LIMIT ?5",
        group,
        prefix,
        state,
        after,
        most);
  }

  private static void refuseTooMany(SqlConnection sql) throws SQLException {
    if (sql.number("SELECT count(*) FROM schedule") >= MOST) {
      throw new AwsFault(
          402, "ServiceQuotaExceededException", "There are " + MOST + " schedules already.");
    }
  }
}
